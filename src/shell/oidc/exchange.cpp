#include "shell/oidc/exchange.hpp"

#include "core/base/invariant.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace heng::oidc {

namespace {

struct Cleanup {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::size_t take_answer(char* bytes, std::size_t size, std::size_t count, void* data) {
    std::string& body = static_cast<Answer*>(data)->body;
    if (body.size() + size * count > answer_bytes_max) return 0;
    body.append(bytes, size * count);
    return size * count;
}

void set_rules(CURL* curl, const std::string& ca_file, std::chrono::milliseconds time) {
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(time.count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "heng");
    if (!ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, ca_file.c_str());
}

void set_question(CURL* curl, const Question& question) {
    curl_easy_setopt(curl, CURLOPT_URL, question.url.c_str());
    if (!question.form.empty()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, question.form.c_str());
    }
    if (question.user.empty()) return;
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    curl_easy_setopt(curl, CURLOPT_USERNAME, question.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, question.password.c_str());
}

}  // namespace

Result<Answer> exchange(const Question& question, const std::string& ca_file, Deadline deadline) {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    INVARIANT(ready == CURLE_OK, "libcurl starts");
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (time.count() <= 0) return unusable("too slow");  // libcurl takes 0 for no limit
    const std::unique_ptr<CURL, Cleanup> curl(curl_easy_init());
    const std::unique_ptr<curl_slist, Cleanup> headers(
        curl_slist_append(nullptr, "Accept: application/json"));
    INVARIANT(curl != nullptr && headers != nullptr, "memory for a transfer");
    Answer answer;
    set_rules(curl.get(), ca_file, time);
    set_question(curl.get(), question);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take_answer);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
    const CURLcode done = curl_easy_perform(curl.get());
    if (done != CURLE_OK) return unusable(curl_easy_strerror(done));  // fixed texts
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

}  // namespace heng::oidc
