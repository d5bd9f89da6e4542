/// @file
/// One fetched algorithm and one context for each function object, used again for each message.
#include "shell/crypto/hash.hpp"

#include "core/base/invariant.hpp"

#include <openssl/evp.h>
#include <memory>

namespace heng::crypto {

namespace {

struct FreeDigest {
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// A context that is always ready for the next message.
class Context {
public:
    explicit Context(ledger::Algorithm algorithm)
        : digest_(EVP_MD_fetch(nullptr, algorithm == ledger::Algorithm::sm3 ? "SM3" : "SHA256",
                               nullptr)),
          context_(EVP_MD_CTX_new()) {
        is_ready_ =
            digest_ && context_ && EVP_DigestInit_ex2(context_.get(), digest_.get(), nullptr) == 1;
    }

    bool is_ready() const { return is_ready_; }

    void add(std::string_view bytes) {
        INVARIANT(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1,
                  "hashing works");
    }

    ledger::Digest finish() {
        ledger::Digest out;
        unsigned size = 0;
        INVARIANT(EVP_DigestFinal_ex(context_.get(), out.data(), &size) == 1 &&
                      size == out.size() &&
                      EVP_DigestInit_ex2(context_.get(), nullptr, nullptr) == 1,
                  "a digest has 32 bytes");
        return out;
    }

private:
    std::unique_ptr<EVP_MD, FreeDigest> digest_;
    std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
    bool is_ready_ = false;
};

Result<std::shared_ptr<Context>> make_context(ledger::Algorithm algorithm) {
    auto context = std::make_shared<Context>(algorithm);
    if (!context->is_ready())
        return refuse(Code::algorithm_unavailable, {}, {std::string(print_algorithm(algorithm))});
    return context;
}

}  // namespace

Result<ledger::HashFunction> make_hash(ledger::Algorithm algorithm) {
    auto context = make_context(algorithm);
    if (!context) return tl::unexpected(context.error());
    return ledger::HashFunction{algorithm, [shared = *context](std::string_view bytes) {
                                    shared->add(bytes);
                                    return shared->finish();
                                }};
}

Result<ledger::RunningHash> make_running_hash(ledger::Algorithm algorithm) {
    auto context = make_context(algorithm);
    if (!context) return tl::unexpected(context.error());
    return ledger::RunningHash{[shared = *context](std::string_view bytes) { shared->add(bytes); },
                               [shared = *context] { return shared->finish(); }};
}

}  // namespace heng::crypto
