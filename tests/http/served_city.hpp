#pragma once
/// @file
/// The demonstration city behind a service on a free port, for tests of the API. Who asks is said
/// in the credential itself: `PERSON`, so that sessions are not part of these tests.
#include "app/played_city.hpp"
#include "http_client.hpp"
#include "shell/http/api/service.hpp"
#include "shell/json/object.hpp"
#include "store/store_fixture.hpp"

#include <thread>

namespace heng::http_test {

/// What came back.
struct Answered {
    int status = 0;
    std::string head;
    std::string body;
    /// The body's member, or nullptr; see `ledger::Object::find`.
    ledger::Object json() const { return *json::read_object(body); }
    std::string field(std::string_view name) const;
};

class ServedCity {
public:
    /// @param complete  changes what the service is made of, before it opens.
    explicit ServedCity(app::demo::PlayOptions options = {},
                        const std::function<void(ServedCity&, http::ServiceParts&)>& complete = {});
    ~ServedCity();
    ServedCity(const ServedCity&) = delete;
    ServedCity& operator=(const ServedCity&) = delete;

    std::uint16_t port() const { return service_->port(); }
    http::Service& service() { return *service_; }
    app::Desk& desk() { return *tenants_.find(app::demo::tenant); }
    app::demo::Played& played() { return played_; }
    app::Tenants& tenants() { return tenants_; }
    /// The last day that was played: acts happen on it.
    ledger::Date today() const { return played_.account.last_day; }

    /// One request as this actor, with what a page of ours would send.
    Answered ask(const cycle::Actor& actor, std::string_view method, std::string_view target,
                 std::string_view body = {}, std::string_view more_fields = {});
    Answered get(const cycle::Actor& actor, std::string_view target) {
        return ask(actor, "GET", target);
    }
    Answered post(const cycle::Actor& actor, std::string_view target, std::string_view body);

    /// Bytes of a request as a browser of this actor sends them.
    std::string print_request(const cycle::Actor& actor, std::string_view method,
                              std::string_view target, std::string_view body,
                              std::string_view more_fields) const;

private:
    app::demo::Played played_;
    store_test::Ticking clock_;
    app::Tenants tenants_;
    std::unique_ptr<http::Service> service_;
    std::thread thread_;
    int keys_ = 0;
};

Answered parse_answer(const std::string& bytes);
/// What stands in a path or a field for any text.
std::string escape(std::string_view text);

}  // namespace heng::http_test
