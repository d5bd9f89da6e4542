#pragma once
/// @file
/// Evidence in a folder: ab/cdef… by hash, each file once, sealed where the rules say how. What is
/// on its way in stands in incoming/; what a crash left there is swept out when the folder is
/// opened.
#include "app/blob_rules.hpp"
#include "app/ports.hpp"
#include "shell/files/file.hpp"

namespace heng::files {

class Blobs final : public app::Blobs {
public:
    /// Opens or creates the folder. @returns the blobs, or `store_unreachable`.
    [[nodiscard]] static Result<std::unique_ptr<Blobs>> open(std::string folder,
                                                             app::BlobRules rules);

    [[nodiscard]] std::int64_t size_bytes_max() const override { return rules_.size_bytes_max; }
    [[nodiscard]] Result<std::unique_ptr<app::Upload>> begin(std::string_view type) override;
    [[nodiscard]] Result<app::Blob> read(
        const ledger::Digest& hash, const std::function<void(std::string_view)>& take) override;

    /// Seals every file that is in the clear, or sealed with another key than the one in use.
    /// Each is replaced whole; done again after a failure, it goes on where it stopped.
    /// @returns how many were sealed, or `vault_key_unusable` and what `read` says of the first
    /// that cannot be.
    [[nodiscard]] Result<std::size_t> seal_all();

private:
    class Upload;
    class Content;

    Blobs(std::string folder, app::BlobRules rules)
        : folder_(std::move(folder)), rules_(std::move(rules)) {}

    std::string folder_of(const ledger::Digest& hash) const;
    std::string path_of(const ledger::Digest& hash) const;
    /// Reads the whole file. @returns what it is, or `blob_changed`
    [[nodiscard]] Result<app::Blob> check(const std::string& path,
                                          const ledger::Digest& hash) const;
    [[nodiscard]] Result<void> seal_again(const std::string& path, const ledger::Digest& hash);

    const std::string folder_;
    const app::BlobRules rules_;
};

}  // namespace heng::files
