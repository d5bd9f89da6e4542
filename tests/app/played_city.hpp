#pragma once
/// @file
/// The demonstration city, played into stores in memory, for tests that need a whole year.
#include "app/demo/demo.hpp"
#include "shell/crypto/hash.hpp"
#include "shell/csv/command_table.hpp"
#include "shell/memory/ballot_box.hpp"
#include "shell/memory/blobs.hpp"
#include "shell/memory/event_store.hpp"
#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/scheme_files.hpp"

#include <filesystem>
#include <stdexcept>

namespace heng::app::demo {

inline std::filesystem::path city() {
    return std::filesystem::path(HENG_SOURCE_DIR) / "schemes/demo-city";
}

inline Readers readers() {
    return {crypto::make_hash, yaml::read_scheme_files};
}

inline const Story& story() {
    static const Story read = [] {
        Formats formats;
        formats.load_scheme = yaml::load_scheme;
        formats.read_commands = csv::read_commands;
        return *read_story(formats, city());
    }();
    return read;
}

/// A city of its own, as it was played.
struct Played {
    memory::EventStore store;
    memory::BallotBox boxes;
    memory::Blobs evidence{[] {
        BlobRules rules;
        rules.make_hash = [] { return crypto::make_running_hash(ledger::Algorithm::sm3); };
        return rules;
    }()};
    Account account;

    explicit Played(const PlayOptions& options) {
        auto played =
            play_year({store, boxes, evidence, readers(), yaml::scheme_files}, story(), options);
        if (!played)
            throw std::runtime_error(played.error().front().place.item + ' ' +
                                     message(played.error().front(), Language::en));
        account = std::move(*played);
    }
    const cycle::Cycle& cycle() const { return account.state.cycles.at(year); }
    std::vector<ledger::SealedEvent> events() { return *store.read(tenant, 1, 1'000'000); }
};

}  // namespace heng::app::demo
