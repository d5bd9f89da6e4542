#include "shell/http/api/api.hpp"

namespace heng::http {

Result<ledger::Object> read_body(const Api& api, const Request& request) {
    const std::string_view type = request.headers.find("content-type").value_or("");
    if (!equal_without_case(type.substr(0, type.find(';')), "application/json"))
        return refuse(Code::body_type_refused, {}, {std::string(type), "application/json"});
    return api.read_object(request.body);
}

Result<void> note_confidential(Api& api, const Caller& caller, const Request& request) {
    if (!api.note_reading) return {};
    return api.readings.note(account_of(caller) + ' ' + request.path,
                             [&] { return api.note_reading(caller, request); });
}

std::string account_of(const Caller& caller) {
    return caller.who.tenant + '/' + caller.who.account;
}

ledger::Object print_head(const ledger::Head& head) {
    return {{"hash", ledger::print_digest(head.hash)}, {"seq", head.seq}};
}

std::string topic_of(const std::string& tenant) {
    return "ledger/" + tenant;
}

}  // namespace heng::http
