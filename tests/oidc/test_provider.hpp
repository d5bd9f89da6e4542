#pragma once
/// @file
/// For tests: a small OpenID provider on this machine. It keeps to the rules, unless a test tells
/// it what to do instead.
#include "oidc/signing_key.hpp"
#include "shell/http/server.hpp"

#include <boost/json.hpp>

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

namespace heng::oidc_test {

/// A token before it is signed.
struct Draft {
    boost::json::object head;
    boost::json::object claims;
    /// Of the text before the second dot; by default with the provider's key.
    std::function<std::string(const std::string& text)> sign;
};

/// Who signs in at the provider.
struct Person {
    std::string subject;
    std::string name;
};

class TestProvider {
public:
    /// @param now  seconds since 1970, where the tokens are made.
    /// @param tls  nothing: over http.
    explicit TestProvider(std::function<std::int64_t()> now,
                          std::optional<http::TlsFiles> tls = std::nullopt);
    ~TestProvider();
    TestProvider(const TestProvider&) = delete;
    TestProvider& operator=(const TestProvider&) = delete;

    std::string issuer() const;

    /// The person signs in at the address that the browser was sent to. @returns the query with
    /// which it is sent back
    std::string approve(const std::string& url, const Person& person);
    /// The address to which a request was sent back, without its query.
    const std::string& return_url() const { return return_url_; }

    std::function<void(Draft&)> change_token;  ///< Before it is signed.
    std::function<void(boost::json::object&)> change_discovery;
    std::function<http::Response()> answer_token;          ///< Instead of any.
    std::vector<SigningKey> keys{SigningKey::p256("k1")};  ///< The last is signed with.
    std::vector<std::string> more_web_keys;
    std::atomic<int> key_sets_asked = 0;
    std::atomic<int> discoveries_asked = 0;

    static constexpr const char* client_id = "heng";
    static constexpr const char* client_secret = "a s+cret/of:two";

private:
    /// What a code stands for.
    struct Approved {
        Person person;
        std::string nonce;
        std::string challenge;
        std::string return_url;
    };
    http::Response discover();
    http::Response show_keys();
    http::Response give_token(const http::Request& request);
    std::string make_token(const Approved& approved) const;

    const std::function<std::int64_t()> now_;
    const bool is_https_;
    std::mutex mutex_;
    std::map<std::string, Approved> codes_;
    int codes_made_ = 0;
    std::string return_url_;
    http::Router router_;
    http::EventHub hub_;
    std::unique_ptr<http::Server> server_;
    std::thread thread_;
};

/// The value of a field of a form or query, decoded; empty where it has none.
std::string form_value(const std::string& form, std::string_view key);

}  // namespace heng::oidc_test
