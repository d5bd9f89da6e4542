#include "shell/crypto/vault.hpp"

#include "app/accounts/bytes_text.hpp"
#include "core/base/invariant.hpp"
#include "shell/crypto/mac.hpp"
#include "shell/crypto/random.hpp"

#include <openssl/evp.h>
#include <algorithm>
#include <memory>
#include <sstream>

namespace heng::crypto {

namespace {

using app::accounts::parse_hex;
using app::accounts::print_hex;

constexpr std::size_t key_bytes = 16;
constexpr std::size_t block_bytes = 16;
constexpr std::size_t code_bytes = 32;
constexpr std::size_t key_id_bytes = 4;
constexpr std::string_view version = "1:";

struct FreeContext {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

std::string text_of(const ledger::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// What the code of a sealed text covers. The length keeps context and text apart.
std::string covered(std::string_view key_id, std::string_view context, std::string_view bytes) {
    std::string out(version);
    out.append(key_id).append(":").append(std::to_string(context.size())).append(":");
    return out.append(context).append(bytes);
}

/// A code for other bytes than those of a sealed text.
std::string code_of(const std::string& key, std::string_view bytes) {
    return print_hex(text_of(hmac_sm3(key, "mac:" + std::string(bytes))));
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// SM4 in counter mode over the pieces that come one after the other.
Result<app::RunningCipher> running_sm4(std::string_view key, std::string_view start) {
    const std::shared_ptr<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new(), FreeContext());
    if (!context ||
        EVP_EncryptInit_ex(context.get(), EVP_sm4_ctr(), nullptr, raw(key), raw(start)) != 1)
        return refuse(Code::algorithm_unavailable, {}, {"SM4-CTR"});
    return [context](char* bytes, std::size_t size) {
        auto* const place = reinterpret_cast<unsigned char*>(bytes);
        int done = 0;
        const int ok =
            EVP_EncryptUpdate(context.get(), place, &done, place, static_cast<int>(size));
        INVARIANT(ok == 1 && done == static_cast<int>(size), "counter mode adds nothing");
    };
}

const std::string file_head = std::string(app::sealed_mark) + "1:";

/// What stands in the head of a sealed file.
struct FileHead {
    std::string key_id;
    std::string start;
};
std::optional<FileHead> parse_head(std::string_view head) {
    if (!head.starts_with(file_head) || !head.ends_with('\n')) return std::nullopt;
    head = head.substr(file_head.size(), head.size() - file_head.size() - 1);
    const std::size_t colon = head.find(':');
    if (colon == head.npos) return std::nullopt;
    auto start = parse_hex(head.substr(colon + 1));
    if (!start || start->size() != block_bytes) return std::nullopt;
    return FileHead{std::string(head.substr(0, colon)), std::move(*start)};
}

}  // namespace

Result<std::string> sm4_ctr(std::string_view key, std::string_view start, std::string_view bytes) {
    INVARIANT(key.size() == key_bytes && start.size() == block_bytes, "SM4 has 128 bits");
    const std::unique_ptr<EVP_CIPHER_CTX, FreeContext> context(EVP_CIPHER_CTX_new());
    std::string out(bytes.size(), '\0');
    auto* const into = reinterpret_cast<unsigned char*>(out.data());
    int size = 0;
    int rest = 0;
    if (!context ||
        EVP_EncryptInit_ex(context.get(), EVP_sm4_ctr(), nullptr, raw(key), raw(start)) != 1 ||
        EVP_EncryptUpdate(context.get(), into, &size, raw(bytes), static_cast<int>(bytes.size())) !=
            1 ||
        EVP_EncryptFinal_ex(context.get(), into + size, &rest) != 1)
        return refuse(Code::algorithm_unavailable, {}, {"SM4-CTR"});
    INVARIANT(static_cast<std::size_t>(size + rest) == out.size(), "counter mode adds nothing");
    return out;
}

Result<Vault> Vault::parse(std::string_view text, const std::string& place) {
    const auto unusable = [&](const char* why) {
        return refuse(Code::vault_key_unusable, {}, {place, why});
    };
    std::vector<Key> keys;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream words(line);
        Key key;
        std::string sm4;
        std::string hmac;
        std::string more;
        words >> key.id >> sm4 >> hmac;
        const auto sm4_key = parse_hex(sm4);
        const auto hmac_key = parse_hex(hmac);
        if (!sm4_key || sm4_key->size() != key_bytes || !hmac_key ||
            hmac_key->size() != code_bytes || key.id.find(':') != key.id.npos || words >> more)
            return unusable("a line is not ID SM4 HMAC");
        const bool is_repeated =
            std::any_of(keys.begin(), keys.end(), [&](const Key& one) { return one.id == key.id; });
        if (is_repeated) return unusable("two keys have one id");
        key.sm4 = *sm4_key;
        key.hmac = *hmac_key;
        keys.push_back(std::move(key));
    }
    if (keys.empty()) return unusable("no key in it");
    return Vault(std::move(keys), place);
}

std::string Vault::with_new_key(std::string_view before) {
    return print_hex(random_bytes(key_id_bytes)) + ' ' + print_hex(random_bytes(key_bytes)) + ' ' +
           print_hex(random_bytes(code_bytes)) + '\n' + std::string(before);
}

const Vault::Key* Vault::find(std::string_view id) const {
    const auto found =
        std::find_if(keys_.begin(), keys_.end(), [&](const Key& one) { return one.id == id; });
    return found == keys_.end() ? nullptr : &*found;
}

Result<std::string> Vault::seal(std::string_view plain, std::string_view context) const {
    const Key& key = keys_.front();
    const std::string start = random_bytes(block_bytes);
    return sm4_ctr(key.sm4, start, plain).map([&](const std::string& encrypted) {
        const std::string bytes = start + encrypted;
        const auto code = hmac_sm3(key.hmac, covered(key.id, context, bytes));
        return std::string(version) + key.id + ':' + print_hex(bytes + text_of(code));
    });
}

Result<std::string> Vault::open(std::string_view sealed, std::string_view context) const {
    const auto damaged = [] { return refuse(Code::vault_text_damaged); };
    if (!sealed.starts_with(version)) return damaged();
    sealed.remove_prefix(version.size());
    const std::size_t colon = sealed.find(':');
    if (colon == sealed.npos) return damaged();
    const std::string_view id = sealed.substr(0, colon);
    const auto all = parse_hex(sealed.substr(colon + 1));
    if (!all || all->size() < block_bytes + code_bytes) return damaged();
    const Key* const key = find(id);
    if (key == nullptr)
        return refuse(Code::vault_key_unusable, {}, {place_, "no key " + std::string(id)});
    const std::string_view bytes = std::string_view(*all).substr(0, all->size() - code_bytes);
    const std::string_view code = std::string_view(*all).substr(bytes.size());
    if (!is_same_code(code, text_of(hmac_sm3(key->hmac, covered(id, context, bytes)))))
        return damaged();
    return sm4_ctr(key->sm4, bytes.substr(0, block_bytes), bytes.substr(block_bytes));
}

bool Vault::is_sealed_before(std::string_view sealed) const {
    return !sealed.starts_with(std::string(version) + keys_.front().id + ':');
}

app::BlobSealing Vault::blob_sealing() const {
    const auto vault = std::make_shared<const Vault>(*this);
    app::BlobSealing out;
    out.begin = [vault]() -> Result<app::BlobSealing::Begun> {
        const Key& key = vault->keys_.front();
        const std::string start = random_bytes(block_bytes);
        return running_sm4(key.sm4, start).map([&](app::RunningCipher cipher) {
            return app::BlobSealing::Begun{file_head + key.id + ':' + print_hex(start) + '\n',
                                           std::move(cipher)};
        });
    };
    out.open = [vault](std::string_view head) -> Result<app::RunningCipher> {
        const auto parts = parse_head(head);
        if (!parts) return refuse(Code::vault_text_damaged);
        const Key* const key = vault->find(parts->key_id);
        if (key == nullptr)
            return refuse(Code::vault_key_unusable, {}, {vault->place_, "no key " + parts->key_id});
        return running_sm4(key->sm4, parts->start);
    };
    out.is_sealed_before = [vault](std::string_view head) {
        return !head.starts_with(file_head + vault->keys_.front().id + ':');
    };
    return out;
}

std::string Vault::mac(std::string_view bytes) const {
    const Key& key = keys_.front();
    return key.id + ':' + code_of(key.hmac, bytes);
}

bool Vault::is_mac(std::string_view mac, std::string_view bytes) const {
    const std::size_t colon = mac.find(':');
    if (colon == mac.npos) return false;
    const Key* const key = find(mac.substr(0, colon));
    return key != nullptr && is_same_code(mac.substr(colon + 1), code_of(key->hmac, bytes));
}

}  // namespace heng::crypto
