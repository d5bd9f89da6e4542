#include "served_city.hpp"

namespace heng::http_test {

namespace {

constexpr std::string_view csrf_token = "token-of-the-test";

Result<http::SignedIn> believe(const http::Gate::Credential& credential, const http::Request&) {
    const auto person = http::decode_percent(credential.text, false);
    if (!person || credential.text == "nobody") return refuse(Code::sign_in_needed);
    http::SignedIn who;
    who.tenant = app::demo::tenant;
    who.account = who.person = *person;
    who.csrf_token = csrf_token;
    who.is_stepped_up = true;
    return who;
}

}  // namespace

std::string escape(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            out += c;
            continue;
        }
        out += '%';
        out += hex[byte >> 4];
        out += hex[byte & 15];
    }
    return out;
}

std::string Answered::field(std::string_view name) const {
    const std::size_t at = head.find("\r\n" + std::string(name) + ": ");
    if (at == head.npos) return {};
    const std::size_t start = at + name.size() + 4;
    return head.substr(start, head.find("\r\n", start) - start);
}

Answered parse_answer(const std::string& bytes) {
    Answered out;
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == bytes.npos || bytes.size() < 12) return out;
    out.status = std::stoi(bytes.substr(9, 3));
    out.head = bytes.substr(0, end + 2);
    out.body = bytes.substr(end + 4);
    return out;
}

ServedCity::ServedCity(app::demo::PlayOptions options,
                       const std::function<void(ServedCity&, http::ServiceParts&)>& complete,
                       http::Limits limits)
    : played_(options), tenants_(*app::Tenants::open(played_.store, app::demo::readers(), clock_)) {
    http::ServiceParts parts{tenants_,
                             played_.store,
                             played_.boxes,
                             played_.evidence,
                             believe,
                             app::demo::readers(),
                             json::read_object,
                             [this] { return today(); },
                             {},
                             {},
                             nullptr,
                             [] { return std::string("# nothing\n"); },
                             nullptr,
                             [] { return Result<void>{}; },
                             [](std::string_view) { return std::string("incident"); },
                             nullptr,
                             [](const std::string&, const Issues&) {}};
    if (complete) complete(*this, parts);
    http::ServerOptions server;
    server.port = 0;
    server.limits = limits;
    service_ = *http::Service::open(std::move(parts), std::move(server));
    thread_ = std::thread([this] { service_->run(); });
}

ServedCity::~ServedCity() {
    service_->stop();
    thread_.join();
}

std::string ServedCity::print_request(const cycle::Actor& actor, std::string_view method,
                                      std::string_view target, std::string_view body,
                                      std::string_view more_fields) const {
    std::string out(method);
    out += ' ' + std::string(target) + " HTTP/1.1\r\nHost: test\r\n";
    out += "Cookie: heng_session=" + escape(actor.person) + "\r\n";
    out += "Acting-As: " + std::string(cycle::name(actor.as)) + ':' + escape(actor.of) + "\r\n";
    out += more_fields;
    if (method != "GET") {
        out += "X-CSRF-Token: " + std::string(csrf_token) + "\r\n";
        out += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    return out + "\r\n" + std::string(body);
}

Answered ServedCity::ask(const cycle::Actor& actor, std::string_view method,
                         std::string_view target, std::string_view body,
                         std::string_view more_fields) {
    return parse_answer(exchange(port(), print_request(actor, method, target, body, more_fields)));
}

Answered ServedCity::post(const cycle::Actor& actor, std::string_view target,
                          std::string_view body) {
    return ask(actor, "POST", target, body,
               "Content-Type: application/json\r\nIdempotency-Key: key-" + std::to_string(++keys_) +
                   "\r\n");
}

}  // namespace heng::http_test
