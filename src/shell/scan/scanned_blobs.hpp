#pragma once
/// @file
/// Evidence is shown to a virus scanner before it is kept (ASVS 12.4.2): clamd, or whatever speaks
/// its INSTREAM over a socket of this machine.
#include "app/ports.hpp"

#include <memory>
#include <string>

namespace heng::scan {

/// What is uploaded goes to the scanner piece by piece, and into `kept` only if the scanner finds
/// nothing. Uploads then also end with
///   - `blob_infected`     with the name of what was found;
///   - `scanner_unusable`  nobody answers, or not as a scanner does: nothing is kept meanwhile.
class ScannedBlobs final : public app::Blobs {
public:
    /// @param socket  path of the scanner's Unix socket.
    ScannedBlobs(std::unique_ptr<app::Blobs> kept, std::string socket)
        : kept_(std::move(kept)), socket_(std::move(socket)) {}

    [[nodiscard]] std::int64_t size_bytes_max() const override { return kept_->size_bytes_max(); }
    [[nodiscard]] Result<std::unique_ptr<app::Upload>> begin(std::string_view type) override;
    [[nodiscard]] Result<app::Blob> read(
        const ledger::Digest& hash, const std::function<void(std::string_view)>& take) override {
        return kept_->read(hash, take);
    }

private:
    const std::unique_ptr<app::Blobs> kept_;
    const std::string socket_;
};

}  // namespace heng::scan
