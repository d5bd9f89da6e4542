#pragma once
/// @file
/// Evidence that lives as long as the process: for tests, trials and dry runs.
#include "app/blob_rules.hpp"
#include "app/ports.hpp"

#include <map>
#include <mutex>

namespace heng::memory {

class Blobs final : public app::Blobs {
public:
    explicit Blobs(app::BlobRules rules) : rules_(std::move(rules)) {}

    [[nodiscard]] std::int64_t size_bytes_max() const override { return rules_.size_bytes_max; }
    [[nodiscard]] Result<std::unique_ptr<app::Upload>> begin(std::string_view type) override;
    [[nodiscard]] Result<app::Blob> read(
        const ledger::Digest& hash, const std::function<void(std::string_view)>& take) override;

private:
    class Upload;

    const app::BlobRules rules_;
    std::mutex mutex_;
    std::map<ledger::Digest, std::string> files_;
};

}  // namespace heng::memory
