#include "shell/json/object.hpp"

#include <boost/json.hpp>
#include <optional>

namespace heng::json {

namespace {

tl::unexpected<Error> malformed(std::string_view why) {
    return refuse(Code::json_malformed, {}, {std::string(why)});
}

/// Nothing where a number is not whole, or outside 64 bits.
std::optional<ledger::Value> value_of(const boost::json::value& value) {
    switch (value.kind()) {
        case boost::json::kind::null: return ledger::Value();
        case boost::json::kind::bool_: return ledger::Value(value.get_bool());
        case boost::json::kind::int64: return ledger::Value(value.get_int64());
        case boost::json::kind::string:
            return ledger::Value(std::string(std::string_view(value.get_string())));
        case boost::json::kind::array: {
            ledger::List list;
            for (const boost::json::value& item : value.get_array()) {
                auto read = value_of(item);
                if (!read) return std::nullopt;
                list.push_back(std::move(*read));
            }
            return ledger::Value(std::move(list));
        }
        case boost::json::kind::object: {
            ledger::Object object;
            for (const auto& member : value.get_object()) {
                auto read = value_of(member.value());
                if (!read) return std::nullopt;
                object.add(std::string(member.key()), std::move(*read));
            }
            return ledger::Value(std::move(object));
        }
        case boost::json::kind::uint64:
        case boost::json::kind::double_: break;
    }
    return std::nullopt;
}

}  // namespace

Result<ledger::Object> read_object(std::string_view text) {
    boost::json::error_code failure;
    const boost::json::value parsed = boost::json::parse(text, failure);
    if (failure) return malformed(failure.message());
    if (!parsed.is_object()) return malformed("not an object");
    const auto value = value_of(parsed);
    if (!value) return malformed("a number is not whole: write decimals as text");
    return *value->object();
}

}  // namespace heng::json
