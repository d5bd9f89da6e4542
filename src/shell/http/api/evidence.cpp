/// @file
/// Evidence: files that come in streamed and are kept by their hash, and go out to whoever may see
/// a record that names them.
#include "core/view/evidence.hpp"
#include "shell/http/api/api.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"

#include <algorithm>
#include <array>

namespace heng::http {

namespace {

/// What is a little too large is refused by the store, which says how much is allowed; the rest
/// before it is read.
constexpr std::uint64_t refused_by_store_bytes = 1 << 20;

/// Markings of what may not be on this system (SEC-16).
constexpr auto markings = std::to_array<std::string_view>({"秘密", "机密", "绝密"});

/// Who uploads says that the file is no state secret, and its name does not say otherwise.
Result<void> check_declaration(const Request& request) {
    if (request.query_value("declared") != "non_secret")
        return refuse(Code::argument_unusable, {},
                      {"declared", request.query_value("declared").value_or(""), "non_secret"});
    const std::string name = request.query_value("name").value_or("");
    for (const std::string_view marking : markings)
        if (name.find(marking) != std::string::npos)
            return refuse(Code::blob_type_refused, {}, {name});
    return {};
}

class EvidenceSink final : public BodySink {
public:
    explicit EvidenceSink(std::unique_ptr<app::Upload> upload) : upload_(std::move(upload)) {}

    std::optional<Response> add(std::string_view piece) override {
        const auto taken = upload_->add(piece);
        if (taken) return std::nullopt;
        return problem({taken.error()});
    }

    Response finish() override {
        const auto blob = upload_->finish();
        if (!blob) return problem({blob.error()});
        return json_response(201,
                             print_json(ledger::Object{{"hash", ledger::print_digest(blob->hash)},
                                                       {"size", blob->size_bytes}}));
    }

private:
    std::unique_ptr<app::Upload> upload_;
};

std::variant<Response, std::unique_ptr<BodySink>> receive(Api& api, const Request& request) {
    const auto caller = api.gate.admit_to_write(request);
    if (!caller) return problem({caller.error()});
    if (const auto declared = check_declaration(request); !declared)
        return problem({declared.error()});
    auto upload = api.blobs.begin(request.headers.find("content-type").value_or(""));
    if (!upload) return problem({upload.error()});
    return std::make_unique<EvidenceSink>(std::move(*upload));
}

/// Whether one of the records that the caller may see names the file.
bool may_see(const Caller& caller, const ledger::Digest& hash, ledger::Date today) {
    return caller.desk->read([&](const app::Live& live) {
        const view::Scope scope{live.state, live.rulebooks, caller.actor, today,
                                caller.who.clearance};
        return view::shows_evidence(scope, hash);
    });
}

Response hand_out(Api& api, const Request& request) {
    const auto caller = api.gate.admit(request);
    if (!caller) return problem({caller.error()});
    const auto hash = ledger::parse_digest(request.path_value("hash"));
    if (!hash || !may_see(*caller, *hash, api.today())) return problem(Code::resource_unknown);
    std::string bytes;
    const auto blob = api.blobs.read(*hash, [&](std::string_view piece) { bytes += piece; });
    if (!blob) return problem({blob.error()});
    Response response{200, {}, std::move(bytes)};
    // never shown inside a page of ours, whatever it is
    response.headers.add("Content-Type", "application/octet-stream");
    response.headers.add("Content-Disposition", "attachment");
    return response;
}

}  // namespace

void add_evidence_routes(Router& router, Api& api) {
    router.add({Method::put, "/api/v1/evidence",
                SinkHandler([&api](const Request& request) { return receive(api, request); }),
                static_cast<std::uint64_t>(api.blobs.size_bytes_max()) + refused_by_store_bytes});
    router.add({Method::get, "/api/v1/evidence/{hash}",
                Handler([&api](const Request& request) { return hand_out(api, request); })});
}

}  // namespace heng::http
