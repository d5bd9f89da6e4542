#pragma once
/// @file
/// Evidence in a folder: ab/cdef… by hash, each file once. What is on its way in stands in
/// incoming/; what a crash left there is swept out when the folder is opened.
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

private:
    class Upload;

    Blobs(std::string folder, app::BlobRules rules)
        : folder_(std::move(folder)), rules_(std::move(rules)) {}

    std::string folder_of(const ledger::Digest& hash) const;
    std::string path_of(const ledger::Digest& hash) const;
    /// Hashes the whole file and stands at its start again.
    [[nodiscard]] Result<app::Blob> check(File& file, const ledger::Digest& hash) const;

    const std::string folder_;
    const app::BlobRules rules_;
};

}  // namespace heng::files
