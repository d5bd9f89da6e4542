#pragma once
/// @file
/// The yardstick of the ledger: prepared inserts into the same table by the bare C interface, one
/// transaction a batch.
#include "core/ledger/chain.hpp"
#include "tests/store/store_fixture.hpp"

#include <memory>
#include <string>
#include <vector>

namespace heng::bench {

class RawStore {
public:
    virtual ~RawStore() = default;
    virtual void insert(const std::vector<ledger::SealedEvent>& batch) = 0;

    /// The next events of a ledger of its own.
    std::vector<ledger::SealedEvent> make_batch(std::size_t size) {
        if (!head_) {
            const auto opening = store_test::make_chain(1, "raw");
            insert(opening);
            head_ = head_of(opening.back());
        }
        auto batch = store_test::make_batch(*head_, static_cast<std::int64_t>(size), 0, "raw");
        head_ = head_of(batch.back());
        return batch;
    }

private:
    std::optional<ledger::Head> head_;
};

/// @pre the tables are there.
std::unique_ptr<RawStore> open_raw_sqlite(const std::string& file);
std::unique_ptr<RawStore> open_raw_postgres(const std::string& url);

}  // namespace heng::bench
