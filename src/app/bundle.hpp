#pragma once
/// @file
/// A bundle: one text that proves a ledger and its results to anyone, without a store. Every byte
/// is covered by the hash of its line and by the signature. docs/reference/bundle.md gives the
/// format.
#include "app/live.hpp"
#include "app/ports.hpp"
#include "app/signing.hpp"

namespace heng::app {

/// @param key_pem  the office's private key.
/// @returns the text, or what `replay_store` says, `blob_absent` or `blob_changed` for evidence,
///   `key_unusable`.
[[nodiscard]] Checked<std::string> write_bundle(EventStore& store, const std::string& tenant,
                                                Blobs& evidence, const Readers& readers,
                                                const Signing& signing, const std::string& key_pem,
                                                const Progress& progress = {});

/// What a bundle that holds is about.
struct Verified {
    std::string tenant;
    ledger::Head head;
    std::string public_key;  ///< To be compared with the office's, got elsewhere.
    std::size_t documents = 0;
    std::size_t evidence = 0;
    std::size_t results = 0;
    std::size_t published = 0;  ///< Results in the ledger that were computed again.
};

/// Replays, scores and grades again, and compares.
/// @returns what it is about, or the first thing that is wrong, with its line:
///   - `bundle_malformed`        a line is not what must stand there, or its hash does not fit;
///   - what `ledger::Verifier` says of an event;
///   - `bundle_part_differs`     evidence, documents, results or head are not what the events give;
///   - `bundle_result_differs`   each difference of a published result;
///   - `bundle_signature_wrong`.
[[nodiscard]] Checked<Verified> verify_bundle(std::string_view text, const Readers& readers,
                                              const Signing& signing,
                                              const Progress& progress = {});

}  // namespace heng::app
