/// @file
/// A map from hash to content.
#include "shell/memory/blobs.hpp"

namespace heng::memory {

class Blobs::Upload final : public app::Upload {
public:
    Upload(Blobs& blobs, std::string_view type, ledger::RunningHash hash)
        : blobs_(blobs), type_(type), hash_(std::move(hash)) {}

    [[nodiscard]] Result<void> add(std::string_view piece) override {
        const auto size_max = static_cast<std::size_t>(blobs_.rules_.size_bytes_max);
        if (content_.size() + piece.size() > size_max)
            return refuse(Code::blob_too_large, {}, {std::to_string(size_max)});
        content_ += piece;
        hash_.add(piece);
        return {};
    }

    [[nodiscard]] Result<app::Blob> finish() override {
        const auto leading = std::string_view(content_).substr(0, app::leading_bytes_max);
        const auto fits = app::check_content(type_, leading);
        if (!fits) return tl::unexpected(fits.error());
        const app::Blob blob{hash_.finish(), static_cast<std::int64_t>(content_.size())};
        const std::lock_guard lock(blobs_.mutex_);
        blobs_.files_.emplace(blob.hash, std::move(content_));
        return blob;
    }

private:
    Blobs& blobs_;
    std::string type_;
    ledger::RunningHash hash_;
    std::string content_;
};

Result<std::unique_ptr<app::Upload>> Blobs::begin(std::string_view type) {
    const auto listed = app::check_type(rules_, type);
    if (!listed) return tl::unexpected(listed.error());
    auto hash = rules_.make_hash();
    if (!hash) return tl::unexpected(hash.error());
    return std::make_unique<Upload>(*this, type, std::move(*hash));
}

Result<app::Blob> Blobs::read(const ledger::Digest& hash,
                              const std::function<void(std::string_view)>& take) {
    std::string content;
    {
        const std::lock_guard lock(mutex_);
        const auto found = files_.find(hash);
        if (found == files_.end())
            return refuse(Code::blob_absent, {}, {ledger::print_digest(hash)});
        content = found->second;
    }
    take(content);
    return app::Blob{hash, static_cast<std::int64_t>(content.size())};
}

}  // namespace heng::memory
