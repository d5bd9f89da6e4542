#include "main/stores.hpp"

#include "shell/postgres/account_store.hpp"
#include "shell/postgres/ballot_box.hpp"
#include "shell/postgres/event_store.hpp"
#include "shell/postgres/outbox.hpp"
#include "shell/sqlite/account_store.hpp"
#include "shell/sqlite/ballot_box.hpp"
#include "shell/sqlite/event_store.hpp"
#include "shell/sqlite/outbox.hpp"

#include <filesystem>

namespace heng {

namespace {

/// Opens what an address names, as an owner of `Port`.
template <class Port, class Sqlite, class Postgres>
Result<std::shared_ptr<Port>> open_at(const std::string& address, app::Opening opening) {
    constexpr std::string_view sqlite = "sqlite:";
    const auto shared = [](auto opened) { return std::shared_ptr<Port>(std::move(opened)); };
    if (address.starts_with(sqlite)) {
        const std::string path = address.substr(sqlite.size());
        if (opening == app::Opening::existing && !std::filesystem::exists(path))
            return refuse(Code::store_unreachable, {}, {path});
        return Sqlite::open(path).map(shared);
    }
    if (address.starts_with("postgresql://") || address.starts_with("postgres://"))
        return Postgres::open(address).map(shared);
    return refuse(Code::store_address_unknown, {}, {address});
}

}  // namespace

Result<std::shared_ptr<app::EventStore>> open_event_store(const std::string& address,
                                                          app::Opening opening) {
    return open_at<app::EventStore, sqlite::EventStore, postgres::EventStore>(address, opening);
}

Result<std::shared_ptr<app::BallotBox>> open_ballot_boxes(const std::string& address,
                                                          app::Opening opening) {
    return open_at<app::BallotBox, sqlite::BallotBox, postgres::BallotBox>(address, opening);
}

Result<std::shared_ptr<app::accounts::AccountStore>> open_account_store(const std::string& address,
                                                                        app::Opening opening) {
    return open_at<app::accounts::AccountStore, sqlite::AccountStore, postgres::AccountStore>(
        address, opening);
}

Result<std::shared_ptr<app::notices::Outbox>> open_outbox(const std::string& address,
                                                          app::Opening opening) {
    return open_at<app::notices::Outbox, sqlite::Outbox, postgres::Outbox>(address, opening);
}

}  // namespace heng
