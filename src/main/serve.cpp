#include "main/serve.hpp"

#include "app/accounts/duties.hpp"
#include "app/network.hpp"
#include "app/notices/dispatch.hpp"
#include "core/base/invariant.hpp"
#include "core/cycle/dues.hpp"
#include "main/figures.hpp"
#include "main/office.hpp"
#include "main/pages.hpp"
#include "main/rounds.hpp"
#include "main/signals.hpp"
#include "main/stores.hpp"
#include "main/wiping.hpp"
#include "shell/http/api/account_parts.hpp"
#include "shell/http/api/notice_routes.hpp"
#include "shell/http/api/service.hpp"
#include "shell/log/log.hpp"
#include "shell/mail/channels.hpp"
#include "shell/oidc/provider.hpp"
#include "shell/scan/scanned_blobs.hpp"
#include "shell/system/machine.hpp"
#include "shell/system/settings_files.hpp"

#include <malloc.h>
#include <algorithm>
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
    std::shared_ptr<app::notices::Outbox> outbox;
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
    auto outbox = open_outbox(address, app::Opening::existing);
    if (!outbox) return tl::unexpected(one(outbox.error()));
    auto blobs = world.open_blobs(
        {settings.evidence(), settings.key_file(), std::int64_t{settings.upload_mib} << 20});
    if (!blobs) return tl::unexpected(one(blobs.error()));
    if (!settings.evidence_scanner.empty())
        blobs = std::make_unique<scan::ScannedBlobs>(std::move(*blobs), settings.evidence_scanner);
    return Stores{std::move(*events), std::move(*boxes), std::move(*kept), std::move(*outbox),
                  std::move(*blobs)};
}

accounts::Policy policy_of(const app::Settings& settings) {
    accounts::Policy policy;
    policy.sign_in.idle_max = std::chrono::minutes(settings.session_idle_minutes);
    policy.session.age_max = std::chrono::hours(settings.session_hours);
    return policy;
}

bool is_administrator(const app::Tenants& tenants, const std::string& tenant,
                      const std::string& person, ledger::Date day) {
    const app::Desk* const desk = tenants.find(tenant);
    return desk != nullptr && desk->read([&](const app::Live& live) {
        return accounts::is_administrator(live.state.units_and_people, person, day);
    });
}

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
    std::unique_ptr<oidc::Provider> provider;
    std::unique_ptr<accounts::ProviderSignIn> provider_sign_in;
    std::unique_ptr<http::AccountParts> account_parts;
    http::OfficeParts office_parts;
    std::vector<std::unique_ptr<app::notices::Channel>> channels;
    system::Ids ids;
    Figures figures;
    std::unique_ptr<http::Service> service;
    std::optional<Rounds> rounds;  ///< Last: it uses the rest.
};

constexpr std::chrono::minutes round_pause{10};
constexpr int digests_at_once = 100;

/// Posts what is due, sends what waits, and clears away what is over, for one tenant.
[[nodiscard]] Result<void> make_round(const app::Settings& settings, app::Clock& clock,
                                      ledger::Date today, Running& running,
                                      const std::string& tenant) {
    app::notices::Sending sending{*running.stores.outbox, clock, {}, settings.server_public_url};
    for (const auto& channel : running.channels) sending.channels.push_back(channel.get());
    const auto posted = running.tenants->find(tenant)->read([&](const app::Live& live) {
        const auto due = cycle::dues(live.state, live.rulebooks, today);
        return app::notices::post_notices(sending, tenant, due, live.state.units_and_people, today);
    });
    if (!posted) return tl::unexpected(posted.error());
    const auto sent = app::notices::send_waiting(sending, tenant, digests_at_once);
    if (!sent) return tl::unexpected(sent.error());
    const auto swept = running.administration->sweep(tenant);
    if (!swept) return tl::unexpected(swept.error());
    running.log->info("round", {{"tenant", tenant},
                                {"notices", static_cast<std::int64_t>(*posted)},
                                {"digests_sent", sent->sent},
                                {"digests_failed", sent->failed},
                                {"sessions_over", static_cast<std::int64_t>(swept->sessions)}});
    return {};
}

void make_rounds(const app::Settings& settings, app::Clock& clock,
                 const std::function<ledger::Date()>& today, Running& running) {
    running.rounds.emplace(round_pause, [&settings, &clock, today, &running] {
        for (const std::string& tenant : running.tenants->names()) {
            const auto done = make_round(settings, clock, today(), running, tenant);
            if (!done) running.log->warning("a round failed", app::fields_of(done.error()));
        }
    });
}

unsigned workers(const app::Settings& settings) {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    return settings.server_workers > 0 ? static_cast<unsigned>(settings.server_workers)
                                       : 16 * cores;
}

http::ServerOptions server_options(const app::Settings& settings, Running& running) {
    http::ServerOptions options;
    options.address = settings.server_address;
    options.port = static_cast<std::uint16_t>(settings.server_port);
    if (settings.has_tls()) options.tls = {settings.tls_certificate, settings.tls_key};
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    options.io_threads =
        settings.server_io_threads > 0 ? static_cast<unsigned>(settings.server_io_threads) : cores;
    options.worker_threads = workers(settings);
    options.is_behind_tls = settings.server_public_url.starts_with("https://");
    if (!settings.server_proxies.empty())
        options.client_of = [&settings](std::string_view peer, std::string_view forwarded) {
            return app::client_of(settings.server_proxies, peer, forwarded);
        };
    options.on_access = [&running](const http::AccessRecord& record) {
        running.figures.note(record);
        const bool is_refused = record.status == 401 || record.status == 403;  // ASVS 7.2.2
        const auto level = is_refused ? app::LogLevel::info : app::LogLevel::debug;
        if (!running.log->takes(level)) return;  // the fields cost more than that
        running.log->write(level, is_refused ? "request refused" : "request answered",
                           {{"method", record.method},
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
                http::add_provider_routes(router, api, *running.account_parts);
                http::add_account_routes(router, api, *running.account_parts);
                http::add_token_routes(router, api, *running.account_parts);
                http::add_card_routes(router, api, *running.account_parts);
                http::add_notice_routes(router, api, *running.stores.outbox);
                http::add_office_routes(router, api, running.office_parts);
            },
            [&running] { return running.figures.print(running.service.get(), *running.log); },
            [&settings](std::string_view remote) {
                return app::is_within(settings.server_metrics_addresses, remote);
            },
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
            },
            [&running](const http::Caller& caller, const http::Request& request) {
                return running.administration->note_reading(http::administrator_of(caller, request),
                                                            request.path);
            }};
}

/// Where the settings name an identity provider.
[[nodiscard]] Result<void> make_provider(const app::Surroundings& world,
                                         const app::Settings& settings,
                                         const accounts::Parts& parts, Running& running) {
    if (settings.oidc_issuer.empty()) return {};
    auto rules = oidc::provider_rules(settings, world.read_file);
    if (!rules) return tl::unexpected(rules.error());
    rules->sign_ins_max = std::max(1, static_cast<int>(workers(settings)) / 2);
    running.provider = std::make_unique<oidc::Provider>(std::move(*rules), *world.clock);
    running.provider_sign_in = std::make_unique<accounts::ProviderSignIn>(
        *running.provider, *running.sessions, parts, [&running](const Error& error) {
            running.log->warning("a sign-in at the provider failed", app::fields_of(error));
        });
    return {};
}

[[nodiscard]] Result<void> make_accounts(const app::Surroundings& world,
                                         const app::Settings& settings,
                                         const std::function<ledger::Date()>& today,
                                         Running& running) {
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
    if (!sessions) return tl::unexpected(sessions.error());
    running.sessions = std::move(*sessions);
    running.administration = std::make_unique<accounts::Administration>(parts);
    running.tokens = std::make_unique<accounts::ApiTokens>(parts);
    running.cards = std::make_unique<accounts::PersonCards>(parts);
    running.account_parts = std::make_unique<http::AccountParts>(http::AccountParts{
        *running.sessions, *running.administration, *running.tokens, *running.cards});
    running.account_parts->admits_administrators = [&settings](std::string_view remote) {
        const auto& listed = settings.server_admin_addresses;
        return listed.empty() || app::is_within(listed, remote);
    };
    running.account_parts->is_demo = settings.is_demo;
    const app::BackupStores backed_up{*running.stores.events, *running.stores.accounts,
                                      *running.stores.blobs};
    running.account_parts->list_backups = [&settings](const std::string& tenant) {
        return app::list_backups(settings.backups(), tenant);
    };
    running.account_parts->make_backup = [&world, &settings, backed_up](const std::string& tenant) {
        return app::make_backup(world, backed_up, tenant, settings.backups());
    };
    const auto made = make_provider(world, settings, parts, running);
    if (!made) return made;
    running.account_parts->provider = running.provider_sign_in.get();
    return {};
}

/// Opens everything but the service. @returns the first thing that keeps it from that
[[nodiscard]] Checked<void> open_parts(const app::Surroundings& world,
                                       const app::Settings& settings,
                                       const std::function<ledger::Date()>& today,
                                       Running& running) {
    auto stores = open_stores(world, settings);
    if (!stores) return tl::unexpected(std::move(stores.error()));
    running.stores = std::move(*stores);
    auto secrets =
        world.open_secrets(settings.key_file(), app::Opening::existing, settings.password_hash);
    if (!secrets) return tl::unexpected(one(secrets.error()));
    running.secrets = std::move(*secrets);
    auto tenants = app::Tenants::open(*running.stores.events, world.readers, *world.clock);
    if (!tenants) return tl::unexpected(std::move(tenants.error()));
    running.tenants.emplace(std::move(*tenants));
    const auto made = make_accounts(world, settings, today, running);
    if (!made) return tl::unexpected(one(made.error()));
    const auto mailbox_of = [&running](const std::string& tenant, const cycle::PersonId& person) {
        // one that cannot be looked up now is sent to another day
        return running.cards->mailbox(tenant, person).value_or(std::nullopt);
    };
    auto channels = mail::make_channels(settings, {world.read_file, mailbox_of, *world.clock});
    if (!channels) return tl::unexpected(one(channels.error()));
    running.channels = std::move(*channels);
    auto office = make_office_parts(world, settings, *running.stores.events, *running.stores.blobs);
    if (!office) return tl::unexpected(std::move(office.error()));
    running.office_parts = std::move(*office);
    return {};
}

void listen_to(Signals& signals, Running& running) {
    const auto stop = [&running] {
        running.log->info("stopping");
        running.service->stop();
    };
    const auto reopen = [&running] {
        const auto reopened = running.log->reopen();
        if (!reopened)
            running.log->error("the log cannot be reopened", app::fields_of(reopened.error()));
    };
    signals.listen(stop, reopen);
}

}  // namespace

Checked<void> serve(const app::Surroundings& world, const app::Settings& settings,
                    const std::function<void(const std::string& url)>& ready) {
    // Threads that take turns on a hoard each keep what the others freed: 240 MiB instead of 95.
    mallopt(M_ARENA_MAX, 2);
    wipe_freed_memory();
    Signals signals;  // first: every thread inherits what is blocked
    const Issues wrong = system::check_files(settings);
    if (has_errors(wrong)) return tl::unexpected(wrong);
    const auto demo_day = ledger::parse_date(settings.demo_day);
    const auto today = [&world, demo_day] {
        return demo_day ? *demo_day : app::day_of(world.clock->now());
    };
    Running running;
    auto log =
        log::Log::open({settings.log_level, settings.log_format, settings.log_file}, *world.clock);
    if (!log) return tl::unexpected(one(log.error()));
    running.log = std::move(*log);
    const auto opened = open_parts(world, settings, today, running);
    if (!opened) return opened;
    auto service = http::Service::open(service_parts(world, settings, today, running),
                                       server_options(settings, running));
    if (!service) return tl::unexpected(one(service.error()));
    running.service = std::move(*service);
    listen_to(signals, running);
    make_rounds(settings, *world.clock, today, running);
    const std::string url = (settings.has_tls() ? "https://" : "http://") +
                            settings.server_address + ':' +
                            std::to_string(running.service->port()) + '/';
    running.log->info("serving", {{"url", url}});
    ready(url);
    running.service->run();
    signals.end();  // a second one would reach what is being taken apart
    running.rounds.reset();
    running.log->info("stopped");
    return {};
}

}  // namespace heng
