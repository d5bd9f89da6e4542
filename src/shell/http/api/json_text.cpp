#include "shell/http/api/json_text.hpp"

#include "core/ledger/canonical_writer.hpp"

namespace heng::http {

namespace {

void print(std::string& out, const ledger::Value& value);

void print_list(std::string& out, const ledger::List& list) {
    out += '[';
    for (const ledger::Value& item : list) {
        if (&item != list.data()) out += ',';
        print(out, item);
    }
    out += ']';
}

void print_object(std::string& out, const ledger::Object& object) {
    out += '{';
    for (const ledger::Member& member : object.members()) {
        if (&member != object.members().data()) out += ',';
        ledger::write_text(out, member.key);
        out += ':';
        print(out, member.value);
    }
    out += '}';
}

void print(std::string& out, const ledger::Value& value) {
    if (value.is_null())
        out += "null";
    else if (const bool* const flag = value.flag())
        out += *flag ? "true" : "false";
    else if (const std::int64_t* const number = value.number())
        ledger::write_number(out, *number);
    else if (const std::string* const text = value.text())
        ledger::write_text(out, *text);
    else if (const ledger::List* const list = value.list())
        print_list(out, *list);
    else
        print_object(out, *value.object());
}

}  // namespace

std::string print_json(const ledger::Value& value) {
    std::string out;
    print(out, value);
    return out;
}

}  // namespace heng::http
