/// @file
/// Maps under a lock.
#include "shell/memory/account_store.hpp"

#include <algorithm>

namespace heng::memory {

using app::accounts::Changes;
using app::accounts::Erasure;
using app::accounts::Record;
using app::accounts::TrailEntry;

std::int64_t AccountStore::version_of(const Tables& tables, const Key& key) {
    const auto found = tables.records.find(key);
    return found == tables.records.end() ? 0 : found->second.version;
}

bool AccountStore::fits(const Tables& tables, const Changes& changes) {
    auto length = static_cast<std::int64_t>(tables.trail.size());
    return std::all_of(changes.puts.begin(), changes.puts.end(),
                       [&](const Record& put) {
                           return version_of(tables, {put.kind, put.id}) == put.version - 1;
                       }) &&
           std::all_of(changes.restored.begin(), changes.restored.end(),
                       [&](const Record& one) {
                           return version_of(tables, {one.kind, one.id}) == 0;
                       }) &&
           std::all_of(changes.erasures.begin(), changes.erasures.end(),
                       [&](const Erasure& gone) {
                           return version_of(tables, {gone.kind, gone.id}) == gone.version;
                       }) &&
           std::all_of(changes.trail.begin(), changes.trail.end(),
                       [&](const TrailEntry& entry) { return entry.seq == ++length; });
}

Result<std::optional<Record>> AccountStore::find(const std::string& tenant, Kind kind,
                                                 const std::string& id) {
    const std::lock_guard lock(mutex_);
    const Tables& tables = tenants_[tenant];
    const auto found = tables.records.find({kind, id});
    if (found == tables.records.end()) return std::optional<Record>();
    return found->second;
}

Result<std::vector<Record>> AccountStore::list(const std::string& tenant, Kind kind,
                                               const std::string& owner) {
    const std::lock_guard lock(mutex_);
    std::vector<Record> out;
    for (const auto& [key, record] : tenants_[tenant].records)
        if (key.first == kind && (owner.empty() || record.owner == owner)) out.push_back(record);
    return out;
}

Result<void> AccountStore::change(const std::string& tenant, const Changes& changes) {
    const std::lock_guard lock(mutex_);
    Tables& tables = tenants_[tenant];
    if (!fits(tables, changes)) return refuse(Code::version_stale);
    for (const Erasure& gone : changes.erasures) tables.records.erase({gone.kind, gone.id});
    for (const Record& put : changes.puts) tables.records[{put.kind, put.id}] = put;
    for (const Record& one : changes.restored) tables.records[{one.kind, one.id}] = one;
    tables.trail.insert(tables.trail.end(), changes.trail.begin(), changes.trail.end());
    return {};
}

Result<std::vector<TrailEntry>> AccountStore::trail(const std::string& tenant,
                                                    std::int64_t from_seq, std::size_t count_max) {
    const std::lock_guard lock(mutex_);
    std::vector<TrailEntry> out;
    for (const TrailEntry& entry : tenants_[tenant].trail)
        if (entry.seq >= from_seq && out.size() < count_max) out.push_back(entry);
    return out;
}

Result<std::optional<TrailEntry>> AccountStore::trail_end(const std::string& tenant) {
    const std::lock_guard lock(mutex_);
    const auto& trail = tenants_[tenant].trail;
    if (trail.empty()) return std::optional<TrailEntry>();
    return trail.back();
}

}  // namespace heng::memory
