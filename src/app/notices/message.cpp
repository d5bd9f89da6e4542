/// @file
/// The texts of a digest.
#include "app/notices/dispatch.hpp"

#include "core/base/text.hpp"

#include <numeric>

namespace heng::app::notices {

namespace {

struct KindText {
    NoticeKind kind;
    std::string_view zh;
    std::string_view en;
};
/// The pressing ones first.
constexpr std::array<KindText, notice_kind_count> kind_texts{{
    {NoticeKind::overdue, "已逾期", "overdue"},
    {NoticeKind::near, "三日内到期", "due within three days"},
    {NoticeKind::due, "新增", "new"},
}};

struct Sentences {
    std::string zh;
    std::string en;
};

Sentences sentences_of(const Counts& counts) {
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (const KindText& text : kind_texts) {
        const std::string count = std::to_string(counts[static_cast<std::size_t>(text.kind)]);
        if (count == "0") continue;
        zh.push_back(std::string(text.zh) + ' ' + count + " 项");
        en.push_back(count + ' ' + std::string(text.en));
    }
    const std::string all = std::to_string(std::accumulate(counts.begin(), counts.end(), 0));
    return {"您有 " + all + " 项考核待办：" + join(zh, "，") + "。",
            "Matters of the assessment that wait for you: " + all + " (" + join(en, ", ") + ")."};
}

}  // namespace

Message make_message(const std::string& tenant, const Digest& digest, const std::string& link) {
    const Sentences said = sentences_of(digest.counts);
    Message out;
    out.tenant = tenant;
    out.person = digest.key.person;
    out.day = digest.key.day;
    out.counts = digest.counts;
    out.link = link;
    out.subject = "考核待办提醒 Assessment: matters waiting";
    out.text = said.zh + "请登录系统查看。\n" + said.en + " Please sign in.\n";
    if (!link.empty()) out.text += '\n' + link + '\n';
    out.text += "\n系统自动发送，请勿回复。 Sent by the system; please do not reply.\n";
    return out;
}

}  // namespace heng::app::notices
