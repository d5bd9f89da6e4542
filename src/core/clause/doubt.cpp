#include "core/clause/doubt.hpp"

#include <array>

namespace heng::clause {

namespace {

struct Entry {
    DoubtKind kind;
    std::string_view name;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array entries = {
    Entry{DoubtKind::amount_missing, "amount_missing", "没有写明分值，需由人确定",
          "No amount is stated; a person must decide it"},
    Entry{DoubtKind::amount_unread, "amount_unread", "此处的分值未读入任何分句，请核对",
          "No branch holds the score that stands here; please check"},
    Entry{DoubtKind::amount_not_positive, "amount_not_positive", "分值不是正数，未读作分句",
          "The amount is not positive, so it gives no branch"},
    Entry{DoubtKind::amount_too_large, "amount_too_large", "数字位数过多，未读作分句",
          "The number has too many digits or places, so it gives no branch"},
    Entry{DoubtKind::share_unclear, "share_unclear", "所占份额除不尽或没有写明，需由人确定分值",
          "The share has no exact decimal or is not stated; a person must decide the amount"},
    Entry{DoubtKind::unit_missing, "unit_missing", "计数单位不明确",
          "It is not clear what is counted"},
    Entry{DoubtKind::pairing_unclear, "pairing_unclear", "“分别”所列事项与分值个数不一致",
          "The list and its amounts differ in length"},
    Entry{DoubtKind::list_unclear, "list_unclear", "“各”“分别”所指的事项不明确",
          "It is not clear which things each carry the amount"},
    Entry{DoubtKind::base_missing, "base_missing", "“加倍”“减半”之前没有分值",
          "No amount stands before the words that multiply it"},
    Entry{DoubtKind::base_unclear, "base_unclear", "“加倍”“减半”之前有几个不同分值，按最近的一个读",
          "Several different amounts stand before the words that multiply; the nearest is "
          "taken"},
    Entry{DoubtKind::cap_unused, "cap_unused", "封顶之前没有可适用的分句",
          "No branch stands before the cap"},
    Entry{DoubtKind::cap_unclear, "cap_unclear", "“扣至”之前没有写明总分，按最多扣所写分值读",
          "No total stands before the score that is to be left; it is read as the most that "
          "can be lost"},
    Entry{DoubtKind::not_text, "not_text", "此处不是有效的UTF-8文字",
          "These bytes are not UTF-8 text"},
};

const Entry& entry(DoubtKind kind) {
    return entries[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view name(DoubtKind kind) {
    return entry(kind).name;
}

std::optional<DoubtKind> doubt_kind_named(std::string_view text) {
    for (const Entry& candidate : entries) {
        if (candidate.name == text) return candidate.kind;
    }
    return std::nullopt;
}

std::string_view sentence(DoubtKind kind, Language language) {
    return language == Language::zh ? entry(kind).zh : entry(kind).en;
}

}  // namespace heng::clause
