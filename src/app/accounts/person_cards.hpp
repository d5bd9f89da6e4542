#pragma once
/// @file
/// What is known of people by name: outside the ledger, so that it can be corrected and erased
/// without touching the chain; sealed like everything here (SEC-14, ASVS 6.1.1).
#include "app/accounts/administration.hpp"

namespace heng::app::accounts {

class PersonCards {
public:
    explicit PersonCards(Parts parts)
        : parts_(std::move(parts)), records_(parts_.store, parts_.secrets) {}

    /// Whether a card in this version (0: there is none) may be written over.
    using MayReplace = std::function<bool(std::int64_t version)>;

    /// Makes the card, or puts it in the place of the one before.
    /// @returns nothing, or `act_not_permitted`, `value_out_of_range`: a field is too long or is no
    ///   UTF-8; `version_stale` where it may not be written over.
    [[nodiscard]] Result<void> put(const Administrator& by, const PersonCard& card,
                                   const MayReplace& may_replace = {});
    /// Leaves nothing of it. @returns nothing, or `act_not_permitted`, `record_unknown`.
    [[nodiscard]] Result<void> erase(const Administrator& by, const PersonId& person);

    /// For those who meet the person in their work: name and post, without the phone.
    [[nodiscard]] Result<std::optional<PersonCard>> find(const std::string& tenant,
                                                         const PersonId& person) const;
    /// Where notices to the person go, if anywhere: for the program itself, not for people.
    [[nodiscard]] Result<std::optional<std::string>> mailbox(const std::string& tenant,
                                                             const PersonId& person) const;
    /// All of them, phones masked; the trail has who read them.
    [[nodiscard]] Result<std::vector<Kept<PersonCard>>> list(const Administrator& by);
    /// The whole card; the trail has who read it.
    [[nodiscard]] Result<std::optional<PersonCard>> read(const Administrator& by,
                                                         const PersonId& person);

private:
    [[nodiscard]] Result<void> note(const Administrator& by, Matter matter,
                                    const std::string& person);

    const Parts parts_;
    const Records records_;
    Turns turns_;
};

/// The first three and the last two signs, the rest as stars; all stars if it is short.
std::string mask_phone(std::string_view phone);

}  // namespace heng::app::accounts
