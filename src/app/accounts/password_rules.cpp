#include "app/accounts/password_rules.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace heng::app::accounts {

namespace {

constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view digits = "0123456789";

bool is_in(std::string_view set, char c) {
    return set.find(c) != set.npos;
}

int count_classes(std::string_view password) {
    const auto has = [&](auto fits) {
        return std::any_of(password.begin(), password.end(), fits) ? 1 : 0;
    };
    return has([](char c) { return is_in(lower, c); }) +
           has([](char c) { return is_in(upper, c); }) +
           has([](char c) { return is_in(digits, c); }) +
           has([](char c) { return !is_in(lower, c) && !is_in(upper, c) && !is_in(digits, c); });
}

std::string in_small_letters(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (is_in(upper, c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// The letter that people write a sign or digit for.
char unmasked(char c) {
    switch (c) {
        case '@':
        case '4': return 'a';
        case '0': return 'o';
        case '1':
        case '!': return 'i';
        case '3': return 'e';
        case '$':
        case '5': return 's';
        case '7': return 't';
        default: return c;
    }
}

/// What is left without digits and signs at both ends.
std::string_view stem(std::string_view text) {
    constexpr std::string_view additions = "0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    while (!text.empty() && is_in(additions, text.front())) text.remove_prefix(1);
    while (!text.empty() && is_in(additions, text.back())) text.remove_suffix(1);
    return text;
}

bool is_listed(std::string_view text) {
    const auto list = common_passwords();
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string unmask(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), unmasked);
    return out;
}

/// Whether the text is one of at most four characters again and again.
bool is_repeated(std::string_view text) {
    for (std::size_t period = 1; period <= 4 && 2 * period <= text.size(); ++period) {
        bool repeats = true;
        for (std::size_t i = period; i < text.size(); ++i)
            repeats = repeats && text[i] == text[i - period];
        if (repeats) return true;
    }
    return false;
}

Error weak(std::string why) {
    return {Code::password_weak, {"", 0, 0, "password"}, {std::move(why)}};
}

}  // namespace

bool is_common(std::string_view password) {
    const std::string small = in_small_letters(password);
    if (is_listed(small) || is_repeated(small) || is_listed(stem(small))) return true;
    const std::string_view trimmed = stem(small);
    if (trimmed.empty()) return true;  // nothing but digits and signs
    // Signs at the ends are either letters in disguise or additions.
    return is_listed(unmask(small)) || is_listed(unmask(trimmed)) ||
           is_listed(unmask(small.substr(0, small.find_last_not_of("0123456789!@#$%^&*.-_") + 1)));
}

Checked<void> check_password(const PasswordPolicy& policy, std::string_view account,
                             std::string_view password) {
    Issues issues;
    if (find_invalid_utf8(password) || password.find('\0') != password.npos)
        issues.push_back(weak("UTF-8"));
    if (password.size() > password_bytes_max)
        issues.push_back(weak("≤ " + std::to_string(password_bytes_max) + " bytes / 字节"));
    else if (count_code_points(password) < policy.length_min)
        issues.push_back(weak("≥ " + std::to_string(policy.length_min) + " characters / 位"));
    if (count_classes(password) < policy.classes_min)
        issues.push_back(weak("a-z A-Z 0-9 #: ≥ " + std::to_string(policy.classes_min)));
    if (is_common(password)) issues.push_back(weak("common / 常见口令"));
    if (in_small_letters(password).find(account) != std::string::npos)
        issues.push_back(weak("contains the name / 含账号名"));
    if (issues.empty()) return {};
    return tl::unexpected(std::move(issues));
}

bool is_used_before(const PasswordPolicy& policy, const Secrets& secrets, const Account& account,
                    std::string_view password) {
    if (secrets.is_password(account.password_hash, password)) return true;
    const auto& earlier = account.earlier_hashes;
    const std::size_t count =
        std::min(earlier.size(), std::max<std::size_t>(policy.earlier_refused, 1) - 1);
    return std::any_of(
        earlier.begin(), earlier.begin() + static_cast<std::ptrdiff_t>(count),
        [&](const std::string& hash) { return secrets.is_password(hash, password); });
}

Result<void> check_account_name(std::string_view name) {
    const bool fits =
        name.size() >= 3 && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
            return is_in(lower, c) || is_in(digits, c) || is_in(".-_", c);
        });
    if (fits) return {};
    return refuse(Code::account_name_unusable, {}, {std::string(name)});
}

std::string make_one_time_password(const Secrets& secrets) {
    // 32 of them, none of which is taken for another.
    constexpr std::string_view signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    constexpr std::size_t length = 20;
    const std::string random = secrets.random(length);
    std::string out;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0 && i % 4 == 0) out += '-';
        out += signs[static_cast<unsigned char>(random[i]) % signs.size()];
    }
    return out;
}

}  // namespace heng::app::accounts
