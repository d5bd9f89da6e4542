#include "shell/mail/webhook.hpp"

#include <curl/curl.h>
#include <boost/json.hpp>

#include <memory>

namespace heng::mail {

namespace {

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::string print_url(const app::Url& url) {
    const bool has_colon = url.host.find(':') != std::string::npos;
    const std::string host = has_colon ? '[' + url.host + ']' : url.host;
    return (url.is_https ? "https://" : "http://") + host + ':' + std::to_string(url.port) +
           url.path;
}

std::string print_body(const app::notices::Message& message) {
    boost::json::object out;
    out["tenant"] = message.tenant;
    out["person"] = message.person;
    out["day"] = ledger::print_date(message.day);
    for (int kind = 0; kind < app::notices::notice_kind_count; ++kind)
        out[app::notices::name(static_cast<app::notices::NoticeKind>(kind))] =
            message.counts[static_cast<std::size_t>(kind)];
    out["subject"] = message.subject;
    out["text"] = message.text;
    out["link"] = message.link;
    return boost::json::serialize(out);
}

}  // namespace

Result<app::notices::Delivery> Webhook::send(const app::notices::Message& message) {
    const Request request{rules_.url.host, print_url(rules_.url), "https,http",
                          print_body(message)};
    const std::unique_ptr<curl_slist, FreeList> headers(
        curl_slist_append(nullptr, "Content-Type: application/json"));
    const auto status = exchange(rules_.line, request, [&](void* curl) {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(curl, CURLOPT_USERAGENT, "heng");
    });
    if (!status) return tl::unexpected(status.error());
    if (*status < 200 || *status > 299)
        return refuse(Code::notice_refused, {}, {"status " + std::to_string(*status)});
    return app::notices::Delivery::done;
}

}  // namespace heng::mail
