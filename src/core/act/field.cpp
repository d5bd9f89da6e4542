#include "core/act/field.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

using ledger::Object;
using ledger::Value;

constexpr std::size_t text_characters_max = 4'000;
constexpr std::size_t list_items_max = 10'000;
constexpr std::array<std::string_view, 12> kind_names{"text",  "id",     "decimal", "whole",
                                                      "flag",  "date",   "record",  "digests",
                                                      "texts", "choice", "rows",    "scheme"};

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Ends of lines and tabs are how people set out a text.
bool is_layout(char c) {
    return c == '\n' || c == '\r' || c == '\t';
}

bool is_text(const Value& value) {
    const std::string* const text = value.text();
    return text != nullptr && text->find_first_not_of(" \t\r\n") != text->npos &&
           !find_invalid_utf8(*text) && count_code_points(*text) <= text_characters_max &&
           std::none_of(text->begin(), text->end(),
                        [](char c) { return is_control(c) && !is_layout(c); });
}

bool is_id(const Value& value) {
    const std::string* const text = value.text();
    constexpr std::size_t bytes_max = 128;
    return text != nullptr && !text->empty() && text->size() <= bytes_max &&
           !find_invalid_utf8(*text) && std::none_of(text->begin(), text->end(), is_control);
}

bool is_decimal(const Value& value) {
    const std::string* const text = value.text();
    return text != nullptr && Decimal::parse(*text).has_value();
}

template <class Check>
bool is_list_of(const Value& value, Check check) {
    const ledger::List* const list = value.list();
    return list != nullptr && list->size() <= list_items_max &&
           std::all_of(list->begin(), list->end(), check);
}

bool is_digest(const Value& value) {
    return value.text() != nullptr && ledger::parse_digest(*value.text()).has_value();
}

/// A tree of texts, lists and objects, as a scheme's files are.
bool is_tree(const Value& value) {
    if (const Object* const object = value.object())
        return std::all_of(object->members().begin(), object->members().end(),
                           [](const ledger::Member& one) { return is_tree(one.value); });
    return value.text() != nullptr || is_list_of(value, is_tree);
}

bool fits(const Field& field, const Value& value) {
    switch (field.kind) {
        case Kind::text: return is_text(value);
        case Kind::id: return is_id(value);
        case Kind::decimal: return is_decimal(value);
        case Kind::whole: return value.number() != nullptr;
        case Kind::flag: return value.flag() != nullptr;
        case Kind::date: return value.text() != nullptr && ledger::parse_date(*value.text());
        case Kind::record: return value.number() != nullptr && *value.number() > 0;
        case Kind::digests:
            return is_list_of(value, is_digest) &&
                   (field.need == Need::optional || !value.list()->empty());
        case Kind::texts: return is_list_of(value, is_text);
        case Kind::choice: return value.text() != nullptr;
        case Kind::rows:
            return is_list_of(value, [](const Value& row) { return row.object() != nullptr; }) &&
                   (field.need == Need::optional || !value.list()->empty());
        case Kind::scheme: return value.object() != nullptr && is_tree(value);
    }
    return false;
}

class Checker {
public:
    void check(std::span<const Field> fields, const Object& body, const std::string& prefix) {
        for (const Field& field : fields) {
            const std::string place = prefix + std::string(field.name);
            const Value* const value = body.find(field.name);
            if (value != nullptr)
                check_value(field, *value, place);
            else if (field.need == Need::required)
                report(Code::field_missing, place, {std::string(field.zh), std::string(field.en)});
        }
        for (const ledger::Member& member : body.members()) {
            const bool is_known =
                std::any_of(fields.begin(), fields.end(),
                            [&](const Field& field) { return field.name == member.key; });
            if (!is_known) report(Code::field_unknown, prefix + member.key, {member.key});
        }
    }

    Issues take() { return std::move(issues_); }

private:
    void check_value(const Field& field, const Value& value, const std::string& place) {
        const std::string zh(field.zh);
        const std::string en(field.en);
        if (!fits(field, value))
            return report(Code::field_malformed, place, {zh, en, std::string(name(field.kind))});
        if (field.kind == Kind::choice && std::find(field.choices.begin(), field.choices.end(),
                                                    *value.text()) == field.choices.end()) {
            const std::vector<std::string> known(field.choices.begin(), field.choices.end());
            return report(Code::field_choice_unknown, place,
                          {zh, en, *value.text(), join(known, ", ")});
        }
        if (field.kind != Kind::rows) return;
        std::size_t number = 0;
        for (const Value& row : *value.list())
            check(field.row, *row.object(), place + '/' + std::to_string(++number) + '/');
    }

    void report(Code code, const std::string& place, std::vector<std::string> args) {
        issues_.push_back({code, {{}, 0, 0, place}, std::move(args)});
    }

    Issues issues_;
};

const Value& demand(const Object& body, std::string_view name) {
    const Value* const value = body.find(name);
    INVARIANT(value != nullptr, "the field was checked to be there");
    return *value;
}

}  // namespace

std::string_view name(Kind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

const std::string& Fields::text(std::string_view name) const {
    const std::string* const text = demand(*body_, name).text();
    INVARIANT(text != nullptr, "the field was checked to be text");
    return *text;
}

Decimal Fields::decimal(std::string_view name) const {
    const auto value = Decimal::parse(text(name));
    INVARIANT(value, "the field was checked to be a decimal");
    return *value;
}

std::int64_t Fields::whole(std::string_view name) const {
    const std::int64_t* const number = demand(*body_, name).number();
    INVARIANT(number != nullptr, "the field was checked to be a whole number");
    return *number;
}

bool Fields::flag(std::string_view name) const {
    const bool* const flag = demand(*body_, name).flag();
    INVARIANT(flag != nullptr, "the field was checked to be a flag");
    return *flag;
}

cycle::Date Fields::date(std::string_view name) const {
    const auto date = ledger::parse_date(text(name));
    INVARIANT(date, "the field was checked to be a date");
    return *date;
}

std::vector<Fields> Fields::rows(std::string_view name) const {
    std::vector<Fields> out;
    const Value* const value = body_->find(name);
    if (value == nullptr) return out;
    for (const Value& row : *value->list()) out.emplace_back(*row.object());
    return out;
}

std::string Fields::text_or_empty(std::string_view name) const {
    return has(name) ? text(name) : std::string();
}

std::optional<Decimal> Fields::optional_decimal(std::string_view name) const {
    return has(name) ? std::optional(decimal(name)) : std::nullopt;
}

std::optional<cycle::Date> Fields::optional_date(std::string_view name) const {
    return has(name) ? std::optional(date(name)) : std::nullopt;
}

bool Fields::flag_or_false(std::string_view name) const {
    return has(name) && flag(name);
}

std::vector<std::string> Fields::texts(std::string_view name) const {
    std::vector<std::string> out;
    const Value* const value = body_->find(name);
    if (value == nullptr) return out;
    for (const Value& item : *value->list()) out.push_back(*item.text());
    return out;
}

std::vector<ledger::Digest> Fields::digests(std::string_view name) const {
    std::vector<ledger::Digest> out;
    for (const std::string& text : texts(name)) out.push_back(*ledger::parse_digest(text));
    return out;
}

Issues check_fields(std::span<const Field> fields, const Object& body) {
    Checker checker;
    checker.check(fields, body, {});
    return checker.take();
}

}  // namespace heng::act
