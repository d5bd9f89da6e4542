#include "shell/mail/transfer.hpp"

#include "core/base/invariant.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace heng::mail {

namespace {

constexpr std::size_t answer_bytes_max = std::size_t{64} << 10;

struct Cleanup {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};

/// What happens while libcurl works.
struct Course {
    const LineRules& rules;
    std::string_view body;
    std::size_t answer_bytes = 0;
    bool is_address_refused = false;
};

bool is_listed(const LineRules& rules, std::string_view host) {
    return std::find(rules.hosts.begin(), rules.hosts.end(), host) != rules.hosts.end();
}

std::string print_address(const sockaddr* address) {
    std::string out(INET6_ADDRSTRLEN, '\0');
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, address, sizeof v6);
        inet_ntop(AF_INET6, &v6.sin6_addr, out.data(), INET6_ADDRSTRLEN);
    } else {
        sockaddr_in v4{};
        std::memcpy(&v4, address, sizeof v4);
        inet_ntop(AF_INET, &v4.sin_addr, out.data(), INET6_ADDRSTRLEN);
    }
    return out.substr(0, out.find('\0'));
}

/// Called for the very address that is connected to, so that no second answer of a name server can
/// lead elsewhere.
curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
    Course& course = *static_cast<Course*>(data);
    const bool is_ip = address->family == AF_INET || address->family == AF_INET6;
    if (!is_ip ||
        (is_private(address->addr) && !is_listed(course.rules, print_address(&address->addr)))) {
        course.is_address_refused = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// The answer is not looked at, and may not go on for ever.
std::size_t take_answer(char*, std::size_t size, std::size_t count, void* data) {
    Course& course = *static_cast<Course*>(data);
    course.answer_bytes += size * count;
    return course.answer_bytes > answer_bytes_max ? 0 : size * count;
}

std::size_t give_body(char* room, std::size_t size, std::size_t count, void* data) {
    Course& course = *static_cast<Course*>(data);
    const std::size_t given = std::min(size * count, course.body.size());
    std::copy_n(course.body.data(), given, room);
    course.body.remove_prefix(given);
    return given;
}

void set_rules(CURL* curl, Course& course, const Request& request) {
    const LineRules& rules = course.rules;
    curl_easy_setopt(curl, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, request.schemes.c_str());
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(rules.connect_max.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(rules.whole_max.count()));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!rules.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, rules.ca_file.c_str());
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &course);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_answer);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &course);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_body);
    curl_easy_setopt(curl, CURLOPT_READDATA, &course);
}

}  // namespace

Result<long> exchange(const LineRules& rules, const Request& request,
                      const std::function<void(void*)>& prepare) {
    if (!is_listed(rules, request.host))
        return refuse(Code::notice_host_refused, {}, {request.host});
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    INVARIANT(ready == CURLE_OK, "libcurl starts");
    const std::unique_ptr<CURL, Cleanup> curl(curl_easy_init());
    INVARIANT(curl != nullptr, "memory for a transfer");
    Course course{rules, request.body};
    prepare(curl.get());
    set_rules(curl.get(), course, request);
    const CURLcode done = curl_easy_perform(curl.get());
    if (course.is_address_refused && done != CURLE_OK)
        return refuse(Code::notice_host_refused, {}, {request.host});
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (done != CURLE_OK) {
        std::string why = curl_easy_strerror(done);  // fixed texts, without address or password
        if (status != 0) why += ", status " + std::to_string(status);
        return refuse(Code::notice_refused, {}, {why});
    }
    return status;
}

}  // namespace heng::mail
