#pragma once
/// @file
/// The demonstration city behind a service with every route that `heng serve` has: accounts and the
/// pages of the API as well. Whoever is not signed in by a real session is believed, as in
/// `ServedCity`.
#include "api_document.hpp"
#include "app/accounts/administration.hpp"
#include "served_city.hpp"
#include "shell/http/api/account_parts.hpp"
#include "shell/http/api/office_parts.hpp"

#include <set>
#include "shell/memory/account_store.hpp"
#include "shell/memory/outbox.hpp"

namespace heng::http_test {

class WholeCity {
public:
    explicit WholeCity(app::demo::PlayOptions options = {});

    ServedCity& city() { return *city_; }
    const http::Router& router() { return city_->service().router(); }
    app::notices::Outbox& outbox() { return outbox_; }
    app::accounts::Administration& administration() { return administration_; }

    /// Someone who holds the capacity on the day; throws where nobody does.
    cycle::Actor someone(cycle::Capacity as, const std::string& of = {});
    /// What backups fail with, if anything, and what happens while one is made.
    std::optional<Error> backup_failure;
    std::function<void()> while_backing_up;
    /// Addresses of what is confidential that were read.
    const std::set<std::string>& readings() const { return readings_; }
    /// One actor in each capacity.
    std::vector<cycle::Actor> everyone();

    /// What the document has against the answer to this request; empty where it has nothing.
    std::string complaint(ApiDocument& document, std::string_view method, std::string_view target,
                          const Answered& answered);

private:
    app::accounts::Parts parts();

    store_test::Ticking clock_;
    memory::AccountStore store_;
    app::accounts::Secrets secrets_;
    std::unique_ptr<app::accounts::Sessions> sessions_;
    app::accounts::Administration administration_;
    app::accounts::ApiTokens tokens_;
    app::accounts::PersonCards cards_;
    http::OfficeParts office_;
    std::vector<app::BackupFile> backups_;
    std::set<std::string> readings_;
    memory::Outbox outbox_;
    http::AccountParts account_parts_;
    std::unique_ptr<ServedCity> city_;
};

}  // namespace heng::http_test
