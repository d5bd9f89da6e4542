/// @file
/// The books that are tables: findings, registers, extracts of the ledger.
#include "core/report/books.hpp"
#include "core/report/flat_sheet.hpp"
#include "core/report/words.hpp"
#include "core/view/log.hpp"
#include "core/view/units.hpp"

#include <array>

namespace heng::report {

namespace {

using ledger::List;
using ledger::Object;
using ledger::Value;

constexpr auto stage_terms = std::to_array<Term>({{"recorded", "已记录", "recorded"},
                                                  {"confirmed", "已确认", "confirmed"},
                                                  {"withdrawn", "已撤回", "withdrawn"}});
constexpr auto meaning_terms = std::to_array<Term>({{"count", "计数", "count"},
                                                    {"measured", "实测数", "measured"},
                                                    {"gap", "差额", "gap"},
                                                    {"level", "档次", "level"},
                                                    {"points", "酌定分数", "points"}});
constexpr auto objection_terms = std::to_array<Term>({{"filed", "已提出", "filed"},
                                                      {"upheld", "成立", "upheld"},
                                                      {"dismissed", "不成立", "dismissed"}});
constexpr auto role_terms = std::to_array<Term>({{"commission", "市考核委", "commission"},
                                                 {"office", "市考核办", "office"},
                                                 {"coordinator", "市委组织部", "coordinator"},
                                                 {"lead", "主要考核责任单位", "lead"},
                                                 {"assessor", "考核责任单位", "assessor"},
                                                 {"unit", "考核对象", "unit"},
                                                 {"system_admin", "系统管理员", "system admin"},
                                                 {"security_admin", "安全管理员", "security admin"},
                                                 {"audit_admin", "审计管理员", "audit admin"}});
constexpr auto post_terms =
    std::to_array<Term>({{"none", "", ""},
                         {"secretary", "党委（党组）书记", "secretary"},
                         {"deputy_in_charge", "分管党建工作的副职", "deputy in charge"}});

constexpr auto finding_columns = std::to_array<FlatColumn>({
    {"id", "序号", "No.", Holds::number, 7},
    {"unit", "考核对象", "Unit", Holds::text, 10},
    {"unit_name", "对象名称", "Name", Holds::text, 16},
    {"domain", "领域", "Domain", Holds::text, 11},
    {"task", "任务", "Task", Holds::text, 7},
    {"task_name", "任务名称", "Task name", Holds::text, 20},
    {"clause", "细则", "Clause", Holds::text, 6},
    {"branch", "扣分细则分句", "Branch", Holds::text, 9},
    {"branch_text", "分句文字", "Branch text", Holds::text, 40},
    {"value", "数值", "Value", Holds::number, 9},
    {"meaning", "数值含义", "Meaning", Holds::text, 9, meaning_terms},
    {"occurred_on", "发生日期", "Happened on", Holds::date, 12},
    {"case", "案件号", "Case", Holds::text, 10},
    {"source", "来源", "Source", Holds::text, 18},
    {"note", "事实", "The fact in words", Holds::text, 40},
    {"stage", "状态", "Stage", Holds::text, 9, stage_terms},
    {"objection", "异议", "Objection", Holds::text, 9, objection_terms},
    {"body", "考核责任单位", "Assessor", Holds::text, 16},
    {"recorded_on", "记录日期", "Recorded on", Holds::date, 12},
    {"confirmed_on", "确认日期", "Confirmed on", Holds::date, 12},
    {"recorded_by", "记录人", "Recorded by", Holds::text, 12},
});

constexpr auto unit_columns = std::to_array<FlatColumn>({
    {"id", "考核对象", "Unit", Holds::text, 12},
    {"name", "名称", "Name", Holds::text, 30},
    {"domain", "领域", "Domain", Holds::text, 14},
    {"domain_name", "领域名称", "Domain name", Holds::text, 18},
    {"since", "自", "Since", Holds::date, 12},
    {"is_merged", "已并入其他对象", "Merged", Holds::text, 10},
    {"merged_into", "并入", "Merged into", Holds::text, 12},
});
constexpr auto period_columns = std::to_array<FlatColumn>({
    {"unit", "考核对象", "Unit", Holds::text, 12},
    {"from", "自", "From", Holds::date, 12},
    {"name", "名称", "Name", Holds::text, 30},
    {"domain", "领域", "Domain", Holds::text, 14},
});
constexpr auto exemption_columns = std::to_array<FlatColumn>({
    {"unit", "考核对象", "Unit", Holds::text, 12},
    {"year", "年度", "Year", Holds::number, 8},
    {"from", "自", "From", Holds::date, 12},
    {"reason", "理由", "Reason", Holds::text, 50},
});
constexpr auto body_columns = std::to_array<FlatColumn>({
    {"id", "单位", "Body", Holds::text, 30},
    {"roles", "职责", "Roles", Holds::text, 40, role_terms},
    {"unit", "本身为考核对象", "Is itself the unit", Holds::text, 16},
});
constexpr auto appointment_columns = std::to_array<FlatColumn>({
    {"id", "人员", "Person", Holds::text, 16},
    {"as", "身份", "Capacity", Holds::text, 14},
    {"as_name", "身份名称", "Capacity in words", Holds::text, 20, role_terms},
    {"of", "所代表的单位", "Body or unit acted for", Holds::text, 24},
    {"post", "职务", "Post", Holds::text, 16},
    {"post_name", "职务名称", "Post in words", Holds::text, 20, post_terms},
    {"from", "自", "From", Holds::date, 12},
    {"until", "至（不含）", "Until (not included)", Holds::date, 12},
});
constexpr auto event_columns = std::to_array<FlatColumn>({
    {"id", "序号", "No.", Holds::number, 8},
    {"on", "办理日期", "Happened on", Holds::date, 12},
    {"recorded_at", "记入时间", "Recorded at", Holds::text, 22},
    {"act", "操作代号", "Act", Holds::text, 22},
    {"act_name", "操作", "Act in words", Holds::text, 20},
    {"person", "人员", "Person", Holds::text, 16},
    {"previous", "前一笔校验值", "Hash before", Holds::text, 66},
    {"hash", "本笔校验值", "Hash", Holds::text, 66},
});

/// The rows of one member of each object, each with the object's id under `owner`.
List rows_below(const List& objects, std::string_view member, const std::string& owner) {
    List out;
    for (const Value& object : objects) {
        const Value* const below = object.object()->find(member);
        if (below == nullptr || below->list() == nullptr) continue;
        for (const Value& row : *below->list()) {
            Object with_owner;
            with_owner.add(owner, *object.object()->find("id"));
            for (const ledger::Member& one : row.object()->members())
                if (one.key != owner) with_owner.add(one.key, one.value);
            out.emplace_back(std::move(with_owner));
        }
    }
    return out;
}

/// Identifiers twice: as an import takes them, and in words.
List in_words_too(const List& rows) {
    List out;
    for (const Value& row : rows) {
        Object both = *row.object();
        for (const char* const key : {"as", "post"})
            if (const Value* const value = row.object()->find(key))
                both.add(key + std::string("_name"), *value);
        out.emplace_back(std::move(both));
    }
    return out;
}

/// The units in full, with their periods and exemptions.
List units_in_full(const view::Scope& scope, const List& units) {
    List out;
    for (const Value& one : units)
        if (auto whole = view::unit(scope, *one.object()->find("id")->text()))
            out.push_back(std::move(*whole));
    return out;
}

}  // namespace

Checked<Book> finding_book(const view::Scope& scope, int year, const view::FindingFilter& filter,
                           Language language) {
    const auto rows = view::findings(scope, year, filter);
    if (!rows) return tl::unexpected(rows.error());
    const Words words(language);
    Book book{std::to_string(year) + words("年度扣分记录", ": findings"), {}};
    book.sheets.push_back(flat_sheet(words("扣分记录", "Findings"), book.title, finding_columns,
                                     *rows->list(), language));
    return book;
}

Checked<Book> register_book(const view::Scope& scope, Language language) {
    const auto units = view::units(scope);
    if (!units) return tl::unexpected(units.error());
    const Words words(language);
    Book book{words("单位库", "Register"), {}};
    const auto add = [&](std::string name, auto& columns, const List& rows) {
        const std::string head = book.title + ' ' + name;
        book.sheets.push_back(flat_sheet(std::move(name), head, columns, rows, language));
    };
    const List whole = units_in_full(scope, *units->list());
    add(words("考核对象", "Units"), unit_columns, *units->list());
    add(words("沿革", "History"), period_columns, rows_below(whole, "periods", "unit"));
    add(words("不参加考核", "Exempt"), exemption_columns, rows_below(whole, "exemptions", "unit"));
    if (const auto bodies = view::bodies(scope))
        add(words("单位与职责", "Bodies"), body_columns, *bodies->list());
    if (const auto people = view::people(scope))
        add(words("人员与任用", "Appointments"), appointment_columns,
            in_words_too(rows_below(*people->list(), "appointments", "id")));
    return book;
}

Checked<Book> ledger_book(const view::Scope& scope, std::span<const ledger::SealedEvent> events,
                          Language language) {
    std::vector<ledger::Event> opened;
    for (const ledger::SealedEvent& one : events) {
        auto event = ledger::decode_event(one.bytes);
        if (!event) return tl::unexpected(Issues{event.error()});
        opened.push_back(std::move(*event));
    }
    const auto log = view::log(scope, opened);
    if (!log) return tl::unexpected(log.error());
    List rows;
    for (std::size_t i = 0; i < opened.size(); ++i) {
        Object row = *(*log->list())[i].object();
        row.add("previous",
                opened[i].previous ? Value(ledger::print_digest(*opened[i].previous)) : Value());
        row.add("hash", ledger::print_digest(events[i].hash));
        rows.emplace_back(std::move(row));
    }
    const Words words(language);
    Book book{scope.state.tenant + words(" 台账摘录", ": extract of the ledger"), {}};
    book.sheets.push_back(
        flat_sheet(words("台账摘录", "Ledger"), book.title, event_columns, rows, language));
    return book;
}

}  // namespace heng::report
