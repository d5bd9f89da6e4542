#pragma once
/// @file
/// What the verbs over a store need of the machine, as plain functions. Main fills them.
#include "app/accounts/account_store.hpp"
#include "app/accounts/secrets.hpp"
#include "app/blob_rules.hpp"
#include "app/live.hpp"
#include "app/papers.hpp"
#include "app/ports.hpp"
#include "app/settings.hpp"
#include "app/signing.hpp"

#include <filesystem>

namespace heng::app {

enum class Opening { existing, may_create };

/// Where evidence is kept.
struct EvidencePlace {
    std::string folder;
    std::string key_file;
    std::int64_t size_bytes_max = blob_bytes_max;  ///< Of one file.
};

struct Surroundings {
    /// By its address, sqlite:PATH or postgresql://…
    /// @returns the store, or `store_address_unknown`, `store_unreachable`, or what it says.
    std::function<Result<std::shared_ptr<EventStore>>(const std::string& address, Opening)>
        open_store;
    /// The ballot boxes at the same address. @returns the boxes, or what `open_store` says.
    std::function<Result<std::shared_ptr<BallotBox>>(const std::string& address, Opening)>
        open_boxes;
    /// The accounts at the same address. @returns the store, or what `open_store` says.
    std::function<Result<std::shared_ptr<accounts::AccountStore>>(const std::string& address,
                                                                  Opening)>
        open_accounts;
    /// What accounts are sealed with, by the file of its keys, and how passwords are hashed.
    /// @returns it, or `vault_key_unusable`, `file_unreadable`, `file_unwritable`.
    std::function<Result<accounts::Secrets>(const std::filesystem::path& key_file, Opening,
                                            PasswordHash)>
        open_secrets;
    /// Puts a new key before those in the file. @returns what `open_secrets` says.
    std::function<Result<void>(const std::filesystem::path& key_file)> add_vault_key;
    /// A store that lives as long as it is held.
    std::function<std::shared_ptr<EventStore>()> make_trial_store;
    /// Evidence in a folder, sealed with the keys of the file if there is one; without it, files
    /// are written in the clear, and sealed ones cannot be read.
    /// @returns it, or `store_unreachable`, `vault_key_unusable`, `file_unreadable`.
    std::function<Result<std::unique_ptr<Blobs>>(const EvidencePlace&)> open_blobs;
    /// Seals what is in the clear there or sealed with an earlier key. @returns how many files
    /// were.
    std::function<Result<std::size_t>(const EvidencePlace&)> seal_evidence;
    Readers readers;
    Signing signing;
    PaperFormats papers;
    std::shared_ptr<Clock> clock;
    /// JSON text → the object that the ledger would hold, or `json_malformed`.
    std::function<Result<ledger::Object>(std::string_view text)> read_object;

    /// The folder of the schemes that came with the program; empty if it is not to be found.
    std::filesystem::path schemes;

    /// The whole file. @returns `file_unreadable`
    std::function<Result<std::string>(const std::filesystem::path&)> read_file;
    /// Writes a file that is there whole or not at all. @returns `file_unwritable`
    std::function<Result<void>(const std::filesystem::path&, std::string_view text)> write_file;
    /// The same for a file that must not exist yet, and that only its owner may read.
    std::function<Result<void>(const std::filesystem::path&, std::string_view text)> write_secret;
    /// Each NAME=VALUE.
    std::vector<std::string> environment;
    /// heng.yaml → what stands in it. See yaml::read_settings_file.
    std::function<Checked<std::vector<GivenSetting>>(const std::string& file,
                                                     std::string_view text)>
        read_settings_file;
    /// Runs the server until it is told to stop; `ready` is called with its address once it
    /// answers. @returns nothing after an orderly stop, or what keeps it from starting.
    std::function<Checked<void>(const Settings&, const std::function<void(const std::string&)>&)>
        serve;

    /// Brings a finished file to disk under its own name. @returns `file_unwritable`
    std::function<Result<void>(const std::filesystem::path& unfinished,
                               const std::filesystem::path& finished)>
        keep_file;

    /// Takes back what `write_secret` made.
    std::function<void(const std::filesystem::path&)> remove_file;
};

}  // namespace heng::app
