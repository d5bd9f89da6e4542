#pragma once
/// @file
/// The stores under test. Each test gets an empty one, and may open the same one again as another
/// process would.
#include "app/accounts/account_store.hpp"
#include "app/notices/outbox.hpp"
#include "app/ports.hpp"
#include "shell/crypto/hash.hpp"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace heng::store_test {

/// An empty place for a store.
class Place {
public:
    virtual ~Place() = default;
    /// A store on this place, each time with connections of its own; in memory always the same.
    virtual std::shared_ptr<app::EventStore> open() = 0;
    /// The ballot boxes of this place, in the same way.
    virtual std::shared_ptr<app::BallotBox> open_boxes() = 0;
    /// The store of accounts of this place, in the same way.
    virtual std::shared_ptr<app::accounts::AccountStore> open_accounts() = 0;
    /// The outbox of notices of this place, in the same way.
    virtual std::shared_ptr<app::notices::Outbox> open_outbox() = 0;
    /// Runs SQL past the store, as an intruder would. @returns whether the database took it;
    /// nothing without SQL.
    virtual std::optional<bool> intrude(const std::string& sql) = 0;
    /// The first column of the first row that `sql` gives; nothing without SQL.
    virtual std::optional<std::string> look(const std::string& sql) = 0;
    /// What the child program takes as the address.
    virtual std::string address() const = 0;
};

enum class Kind { memory, sqlite, postgres };
std::unique_ptr<Place> make_place(Kind kind);
/// The server that all places of PostgreSQL share.
class PostgresCluster;
PostgresCluster& cluster();

/// A store by its address: sqlite:PATH or postgresql://….
/// @param vfs  for SQLite: the file system to use instead of its own.
Result<std::shared_ptr<app::EventStore>> open_address(const std::string& address,
                                                      const char* vfs = nullptr);

std::string print_kind(const testing::TestParamInfo<Kind>& info);

/// A clock that goes on by a microsecond each time.
class Ticking final : public app::Clock {
public:
    ledger::Instant now() override;
};

inline const ledger::Date day{std::chrono::year(2021), std::chrono::month(6), std::chrono::day(30)};

ledger::HashFunction sm3();
ledger::HashFunction sha256();
ledger::Draft make_draft(std::int64_t n);
/// An opening and `count - 1` further events.
std::vector<ledger::SealedEvent> make_chain(std::int64_t count, const std::string& tenant = "city");
/// `count` events behind `head`.
std::vector<ledger::SealedEvent> make_batch(const ledger::Head& head, std::int64_t count,
                                            std::int64_t salt = 0,
                                            const std::string& tenant = "city");
/// Reads everything in small pages and verifies it.
Result<ledger::Head> verify(app::EventStore& store, const std::string& tenant = "city",
                            std::optional<ledger::Head> known = std::nullopt);

/// A folder that goes away with the object.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string operator/(const std::string& name) const { return path_ + '/' + name; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace heng::store_test
