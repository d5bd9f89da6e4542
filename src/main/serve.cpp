#include "main/serve.hpp"

#include "app/log.hpp"
#include "app/metrics.hpp"
#include "main/embedded.hpp"
#include "main/stores.hpp"
#include "shell/crypto/secrets.hpp"
#include "shell/http/api/account_parts.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/service.hpp"
#include "shell/log/log.hpp"
#include "shell/system/machine.hpp"
#include "shell/yaml/as_value.hpp"

#include <csignal>
#include <thread>

namespace heng {

namespace {

namespace accounts = app::accounts;

Issues one(Error error) {
    return {std::move(error)};
}

/// What the server keeps open as long as it runs.
struct Stores {
    std::shared_ptr<app::EventStore> events;
    std::shared_ptr<app::BallotBox> boxes;
    std::shared_ptr<accounts::AccountStore> accounts;
    std::unique_ptr<app::Blobs> blobs;
};

Checked<Stores> open_stores(const app::Surroundings& world, const app::Settings& settings) {
    const std::string address = settings.database();
    auto events = open_event_store(address, app::Opening::existing);
    if (!events) return tl::unexpected(one(events.error()));
    auto boxes = open_ballot_boxes(address, app::Opening::existing);
    if (!boxes) return tl::unexpected(one(boxes.error()));
    auto kept = open_account_store(address, app::Opening::existing);
    if (!kept) return tl::unexpected(one(kept.error()));
    auto blobs = world.open_blobs(settings.evidence());
    if (!blobs) return tl::unexpected(one(blobs.error()));
    return Stores{std::move(*events), std::move(*boxes), std::move(*kept), std::move(*blobs)};
}

Checked<accounts::Secrets> open_secrets(const app::Surroundings& world,
                                        const app::Settings& settings) {
    const auto text = world.read_file(settings.key_file());
    if (!text)
        return tl::unexpected(one({Code::vault_key_unusable,
                                   {},
                                   {settings.key_file(), message(text.error(), Language::en)}}));
    auto vault = crypto::Vault::parse(*text, settings.key_file());
    if (!vault) return tl::unexpected(one(vault.error()));
    crypto::PasswordCost cost;
    if (settings.password_hash == app::PasswordHash::pbkdf2_sm3)
        cost.scheme = crypto::PasswordScheme::pbkdf2_sm3;
    return crypto::make_secrets(std::move(*vault), cost);
}

accounts::Policy policy_of(const app::Settings& settings) {
    accounts::Policy policy;
    policy.session.idle_max = std::chrono::minutes(settings.session_idle_minutes);
    policy.session.age_max = std::chrono::hours(settings.session_hours);
    return policy;
}

bool is_administrator(const app::Tenants& tenants, const std::string& tenant,
                      const std::string& person, ledger::Date day) {
    const app::Desk* const desk = tenants.find(tenant);
    if (desk == nullptr) return false;
    return desk->read([&](const app::Live& live) {
        const cycle::Person* const known = live.state.units_and_people.find_person(person);
        return known != nullptr &&
               std::any_of(known->appointments.begin(), known->appointments.end(),
                           [day](const cycle::Appointment& appointment) {
                               return cycle::is_administrator(appointment.as) &&
                                      appointment.holds_on(day);
                           });
    });
}

/// The pages and files that were built in, and the description of the API as JSON.
http::Assets make_assets() {
    http::Assets assets;
    const auto add = [&assets](std::string name, std::string_view type, std::string bytes) {
        http::Asset asset;
        asset.type = type;
        asset.tag = http::make_answer(bytes).tag;
        asset.plain = std::make_shared<const std::string>(std::move(bytes));
        assets.add(std::move(name), std::move(asset));
    };
    for (const EmbeddedFile& file : embedded_files()) {
        std::string name(file.name);
        const std::string_view type = http::media_type(name);
        if (name.starts_with("web/")) name.erase(0, 4);
        if (name == "api/docs.html") name = "api/docs";
        add(name, type, std::string(file.bytes));
        if (name != "api/openapi.yaml") continue;
        const auto value = yaml::read_value(name, file.bytes);
        if (value) add("api/openapi.json", "application/json", http::print_json(*value));
    }
    return assets;
}

/// What the server counts.
class Figures {
public:
    void note(const http::AccessRecord& record) {
        const std::string pattern(record.pattern.empty() ? "none" : record.pattern);
        const std::string method(record.method);
        metrics_
            .counter(
                "heng_http_requests_total", "Requests answered.",
                {{"method", method}, {"route", pattern}, {"status", std::to_string(record.status)}})
            .add();
        metrics_
            .histogram("heng_http_request_seconds",
                       "From the first byte of a request to its answer.", app::request_bounds(),
                       {{"route", pattern}})
            .observe(record.took);
    }
    void note(const std::string& tenant, const ledger::Head& head) {
        metrics_.gauge("heng_ledger_events", "Events of a ledger.", {{"tenant", tenant}})
            .set(head.seq);
    }
    std::string print(const http::Service* service, const app::Log& log) {
        metrics_.gauge("heng_log_failures", "Log records that could not be written.")
            .set(log.failures());
        if (service != nullptr) {
            metrics_.gauge("heng_http_connections", "Open connections.")
                .set(static_cast<std::int64_t>(service->connections()));
            metrics_.gauge("heng_http_listeners", "Clients that listen to changes.")
                .set(static_cast<std::int64_t>(service->listeners()));
        }
        return metrics_.print();
    }

private:
    app::Metrics metrics_;
};

/// Everything of a running server, in the order in which it depends on each other.
struct Running {
    std::unique_ptr<log::Log> log;
    Stores stores;
    accounts::Secrets secrets;
    std::optional<app::Tenants> tenants;
    std::unique_ptr<accounts::Sessions> sessions;
    std::unique_ptr<accounts::Administration> administration;
    std::unique_ptr<accounts::ApiTokens> tokens;
    std::unique_ptr<accounts::PersonCards> cards;
    std::unique_ptr<http::AccountParts> account_parts;
    system::Ids ids;
    Figures figures;
    std::unique_ptr<http::Service> service;
};

http::ServerOptions server_options(const app::Settings& settings, Running& running) {
    http::ServerOptions options;
    options.address = settings.server_address;
    options.port = static_cast<std::uint16_t>(settings.server_port);
    if (settings.has_tls()) options.tls = {settings.tls_certificate, settings.tls_key};
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    options.io_threads =
        settings.server_io_threads > 0 ? static_cast<unsigned>(settings.server_io_threads) : cores;
    options.worker_threads =
        settings.server_workers > 0 ? static_cast<unsigned>(settings.server_workers) : 2 * cores;
    options.on_access = [&running](const http::AccessRecord& record) {
        running.figures.note(record);
        running.log->debug("request answered", {{"method", record.method},
                                                {"path", record.path},
                                                {"status", record.status},
                                                {"remote", record.remote},
                                                {"took_us", record.took.count()}});
    };
    return options;
}

http::ServiceParts service_parts(const app::Surroundings& world, const app::Settings& settings,
                                 const std::function<ledger::Date()>& today, Running& running) {
    std::vector<std::string> origins;
    if (!settings.server_public_url.empty()) origins.push_back(settings.server_public_url);
    return {*running.tenants,
            *running.stores.events,
            *running.stores.boxes,
            *running.stores.blobs,
            http::look_up_in(*running.account_parts, *running.tenants),
            world.readers,
            world.read_object,
            today,
            std::move(origins),
            make_assets(),
            [&running](http::Router& router, http::Api& api) {
                http::add_session_routes(router, api, *running.account_parts);
                http::add_account_routes(router, api, *running.account_parts);
                http::add_token_routes(router, api, *running.account_parts);
                http::add_card_routes(router, api, *running.account_parts);
            },
            [&running] { return running.figures.print(running.service.get(), *running.log); },
            [&running] { return running.stores.events->tenants().map([](const auto&) {}); },
            [&running](std::string_view what) {
                const std::string incident = app::make_incident(running.ids);
                running.log->error("a request failed", {{"incident", incident}, {"what", what}});
                return incident;
            },
            [&running](const std::string& tenant, const ledger::Head& head) {
                running.figures.note(tenant, head);
            },
            [&running](const std::string&, const Issues& issues) {
                running.log->warning("a ledger cannot be followed", app::fields_of(issues.front()));
            }};
}

/// Waits for the signals that the whole process blocks: stops the server, reopens the log.
class Signals {
public:
    Signals() {
        sigemptyset(&set_);
        for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGUSR2}) sigaddset(&set_, signal);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    void wait_for(Running& running) {
        thread_ = std::thread([this, &running] {
            for (int signal = 0; sigwait(&set_, &signal) == 0;) {
                if (signal == SIGUSR2) return;
                if (signal == SIGHUP) {
                    const auto reopened = running.log->reopen();
                    if (!reopened)
                        running.log->error("the log cannot be reopened",
                                           app::fields_of(reopened.error()));
                    continue;
                }
                running.log->info("stopping", {{"signal", signal}});
                running.service->stop();
            }
        });
    }
    ~Signals() {
        if (!thread_.joinable()) return;
        pthread_kill(thread_.native_handle(), SIGUSR2);
        thread_.join();
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

private:
    sigset_t set_{};
    std::thread thread_;
};

void make_accounts(const app::Surroundings& world, const app::Settings& settings,
                   const std::function<ledger::Date()>& today, Running& running,
                   Checked<void>& problem) {
    const accounts::Parts parts{*running.stores.accounts,
                                running.secrets,
                                *world.clock,
                                policy_of(settings),
                                [&running, today](const auto& tenant, const auto& person) {
                                    return is_administrator(*running.tenants, tenant, person,
                                                            today());
                                },
                                settings.is_demo};
    auto sessions = accounts::Sessions::make(parts);
    if (!sessions) {
        problem = tl::unexpected(one(sessions.error()));
        return;
    }
    running.sessions = std::move(*sessions);
    running.administration = std::make_unique<accounts::Administration>(parts);
    running.tokens = std::make_unique<accounts::ApiTokens>(parts);
    running.cards = std::make_unique<accounts::PersonCards>(parts);
    running.account_parts = std::make_unique<http::AccountParts>(http::AccountParts{
        *running.sessions, *running.administration, *running.tokens, *running.cards});
}

}  // namespace

Checked<void> serve(const app::Surroundings& world, const app::Settings& settings,
                    const std::function<void(const std::string& url)>& ready) {
    Signals signals;  // first: every thread inherits what is blocked
    Running running;
    auto opened_log =
        log::Log::open({settings.log_level, settings.log_format, settings.log_file}, *world.clock);
    if (!opened_log) return tl::unexpected(one(opened_log.error()));
    running.log = std::move(*opened_log);
    auto stores = open_stores(world, settings);
    if (!stores) return tl::unexpected(std::move(stores.error()));
    running.stores = std::move(*stores);
    auto secrets = open_secrets(world, settings);
    if (!secrets) return tl::unexpected(std::move(secrets.error()));
    running.secrets = std::move(*secrets);
    auto tenants = app::Tenants::open(*running.stores.events, world.readers, *world.clock);
    if (!tenants) return tl::unexpected(std::move(tenants.error()));
    running.tenants.emplace(std::move(*tenants));
    const auto today = [&world] { return app::day_of(world.clock->now()); };
    Checked<void> problem;
    make_accounts(world, settings, today, running, problem);
    if (!problem) return problem;
    auto service = http::Service::open(service_parts(world, settings, today, running),
                                       server_options(settings, running));
    if (!service) return tl::unexpected(one(service.error()));
    running.service = std::move(*service);
    signals.wait_for(running);
    const std::string url = (settings.has_tls() ? "https://" : "http://") +
                            settings.server_address + ':' +
                            std::to_string(running.service->port()) + '/';
    running.log->info("serving", {{"url", url}});
    ready(url);
    running.service->run();
    running.log->info("stopped");
    return {};
}

}  // namespace heng
