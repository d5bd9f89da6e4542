/// @file
/// Any bytes as what an identity provider answers: a document is read or refused, and a token has a
/// head or none; whatever key is made of it has an id that was read.
#include "app/url.hpp"
#include "shell/oidc/documents.hpp"
#include "shell/oidc/id_token.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto where = heng::oidc::read_endpoints(text, "https://id.example.cn");
    if (where)
        for (const std::string& address : {where->authorization, where->token, where->keys}) {
            const auto url = heng::app::parse_url(address);
            if (!url || !url->is_https) std::abort();
        }
    static_cast<void>(heng::oidc::read_id_token_text(200, text));
    static_cast<void>(heng::oidc::read_texts(text));
    if (const auto keys = heng::oidc::read_web_keys(text))
        for (const heng::oidc::WebKey& one : *keys)
            if (const auto key = heng::oidc::make_key(one))
                if (key->id != one.kid || key->pem.empty()) std::abort();
    static_cast<void>(heng::oidc::read_head(text));
    return 0;
}
