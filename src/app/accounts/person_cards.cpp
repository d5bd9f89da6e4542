#include "app/accounts/person_cards.hpp"

#include "app/url.hpp"
#include "core/base/text.hpp"

namespace heng::app::accounts {

namespace {

constexpr std::size_t field_length_max = 100;

Result<void> check(const PersonCard& card) {
    const std::pair<const char*, const std::string*> fields[] = {{"person", &card.person},
                                                                 {"name", &card.name},
                                                                 {"post", &card.post},
                                                                 {"phone", &card.phone}};
    for (const auto& [field, text] : fields)
        if (find_invalid_utf8(*text) || text->find('\0') != text->npos ||
            count_code_points(*text) > field_length_max)
            return refuse(Code::value_out_of_range, {"", 0, 0, field}, {"…", field});
    if (card.mail.empty() || is_mailbox(card.mail)) return {};
    return refuse(Code::value_out_of_range, {"", 0, 0, "mail"}, {"…", "mail"});
}

}  // namespace

std::string mask_phone(std::string_view phone) {
    constexpr std::size_t shown_first = 3;
    constexpr std::size_t shown_last = 2;
    if (phone.size() < shown_first + shown_last + 4) return std::string(phone.size(), '*');
    return std::string(phone.substr(0, shown_first)) +
           std::string(phone.size() - shown_first - shown_last, '*') +
           std::string(phone.substr(phone.size() - shown_last));
}

Result<void> PersonCards::put(const Administrator& by, const PersonCard& card,
                              const MayReplace& may_replace) {
    const auto allowed = require_duty(by, Matter::change_card, {});
    if (!allowed) return allowed;
    const auto fits = check(card);
    if (!fits) return fits;
    bool is_stale = false;  // told apart from a race of the store, which decides again
    const auto done = turns_.take([&]() -> Result<void> {
        const auto found = records_.card(by.tenant, card.person);
        if (!found) return tl::unexpected(found.error());
        const std::int64_t version = *found ? (*found)->version : 0;
        is_stale = may_replace && !may_replace(version);
        if (is_stale) return {};
        Batch batch(records_, by.tenant);
        batch.put(Kept<PersonCard>{card, version});
        batch.note(entry_of(by, Matter::change_card, card.person, parts_.clock.now()));
        return batch.commit();
    });
    if (is_stale) return refuse(Code::version_stale);
    return done;
}

Result<void> PersonCards::erase(const Administrator& by, const PersonId& person) {
    const auto allowed = require_duty(by, Matter::erase_card, {});
    if (!allowed) return allowed;
    return turns_.take([&]() -> Result<void> {
        const auto found = records_.card(by.tenant, person);
        if (!found) return tl::unexpected(found.error());
        if (!*found) return refuse(Code::record_unknown, {}, {"人员", "person", person});
        Batch batch(records_, by.tenant);
        batch.erase(Kind::card, person, (*found)->version);
        batch.note(entry_of(by, Matter::erase_card, person, parts_.clock.now()));
        return batch.commit();
    });
}

Result<std::optional<PersonCard>> PersonCards::find(const std::string& tenant,
                                                    const PersonId& person) const {
    return records_.card(tenant, person).map([](const std::optional<Kept<PersonCard>>& found) {
        auto out = found ? std::optional(found->value) : std::nullopt;
        if (!out) return out;
        out->phone.clear();
        out->mail.clear();
        return out;
    });
}

Result<std::optional<std::string>> PersonCards::mailbox(const std::string& tenant,
                                                        const PersonId& person) const {
    return records_.card(tenant, person).map([](const std::optional<Kept<PersonCard>>& found) {
        const bool has_one = found && !found->value.mail.empty();
        return has_one ? std::optional(found->value.mail) : std::nullopt;
    });
}

Result<void> PersonCards::note(const Administrator& by, Matter matter, const std::string& person) {
    return turns_.take([&]() -> Result<void> {
        Batch batch(records_, by.tenant);
        batch.note(entry_of(by, matter, person, parts_.clock.now()));
        return batch.commit();
    });
}

Result<std::vector<Kept<PersonCard>>> PersonCards::list(const Administrator& by) {
    const auto noted = require_duty(by, Matter::read_cards, {}).and_then([&] {
        return note(by, Matter::read_cards, {});
    });
    if (!noted) return tl::unexpected(noted.error());
    auto all = records_.cards(by.tenant);
    if (!all) return all;
    for (Kept<PersonCard>& one : *all) one.value.phone = mask_phone(one.value.phone);
    return all;
}

Result<std::optional<PersonCard>> PersonCards::read(const Administrator& by,
                                                    const PersonId& person) {
    const auto noted = require_duty(by, Matter::read_cards, {}).and_then([&] {
        return note(by, Matter::read_cards, person);
    });
    if (!noted) return tl::unexpected(noted.error());
    return records_.card(by.tenant, person).map([](const std::optional<Kept<PersonCard>>& found) {
        return found ? std::optional(found->value) : std::nullopt;
    });
}

}  // namespace heng::app::accounts
