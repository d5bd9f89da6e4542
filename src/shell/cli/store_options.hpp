#pragma once
/// @file
/// The options and steps that the verbs over a store share: where it is, whose ledger, who acts.
#include "app/desk.hpp"
#include "shell/cli/verb.hpp"

#include <memory>
#include <optional>
#include <string>

namespace heng::cli {

struct StoreOptions {
    std::string db;
    std::string tenant;    ///< Empty: the only one there is.
    std::string evidence;  ///< Empty: beside the file of an SQLite store.
    std::string vault;     ///< The file of its keys; empty: likewise.
};

void add_store_options(CLI::App& verb, StoreOptions& options);
void add_evidence_option(CLI::App& verb, StoreOptions& options);

/// An open store, and whose ledger in it is meant.
struct Opened {
    std::shared_ptr<app::EventStore> store;
    std::string tenant;
};

/// The store and the tenant, which must have a ledger there; else everything that is wrong has been
/// reported.
std::optional<Opened> open_store(const StoreOptions& options, Context& context);
/// The desk of the tenant. `opened` must outlive it.
std::unique_ptr<app::Desk> open_desk(const Opened& opened, Context& context);
/// Where the evidence is, or nothing after `argument_unusable` has been reported.
std::optional<app::EvidencePlace> evidence_place(const StoreOptions& options, Context& context);
/// The folder of evidence, or nothing after `argument_unusable` has been reported.
std::unique_ptr<app::Blobs> open_blobs(const StoreOptions& options, Context& context);

/// The path behind sqlite: with `suffix`; empty for any other store.
std::string path_beside(const StoreOptions& options, std::string_view suffix);

/// PERSON:ROLE:OF, where administrators leave out the last part.
[[nodiscard]] Result<cycle::Actor> parse_actor(const std::string& text);
/// SEQ:HASH
[[nodiscard]] Result<ledger::Head> parse_head(const std::string& text);
std::string print_head(const ledger::Head& head);
/// For options that take a day.
std::string check_day(const std::string& text);
/// The day of the option, or today's.
ledger::Date day_or_today(const std::string& text, const Context& context);

/// What `checked` finds wrong, said of this file or store.
template <class T>
[[nodiscard]] Checked<T> in_file(const std::string& name, Checked<T> checked) {
    if (!checked)
        for (Error& issue : checked.error()) issue.place.file = name;
    return checked;
}

/// Reports and gives nothing for a refusal.
template <class T>
std::optional<T> value_or_report(Checked<T> checked, Context& context) {
    if (checked) return std::move(*checked);
    report(checked.error(), context);
    return std::nullopt;
}
template <class T>
std::optional<T> value_or_report(Result<T> result, Context& context) {
    if (result) return std::move(*result);
    report({result.error()}, context);
    return std::nullopt;
}

}  // namespace heng::cli
