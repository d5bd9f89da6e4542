#pragma once
/// @file
/// The scheme as the reference loop needs it: amounts, and a branch by its id.
#include "input.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace heng::bench {

constexpr std::size_t branches_max = 128;

enum class Basis : std::uint8_t { once, each, shortfall, excess };

struct Branch {
    std::uint64_t key = 0;
    std::uint32_t id_bytes = 0;
    Basis basis = Basis::once;
    std::int64_t points_1e4 = 0;
    std::int64_t step_1e4 = 0;
    std::int64_t target_1e4 = 0;
    std::size_t task = 0;
};

struct Scheme {
    std::vector<Branch> branches;
    std::vector<std::int64_t> task_points_1e4;
};

inline Scheme read_scheme(const char* path) {
    std::ifstream file(path);
    Scheme scheme;
    std::string id;
    std::string basis;
    Branch branch;
    std::int64_t task_points = 0;
    while (file >> id >> basis >> branch.points_1e4 >> branch.step_1e4 >> branch.target_1e4 >>
           branch.task >> task_points) {
        const std::string padded = std::string(8, ' ') + id;
        if (id.size() > 8) refuse("a branch id above 8 bytes");
        branch.key = word_key(std::string_view(padded).substr(8));
        branch.id_bytes = static_cast<std::uint32_t>(id.size());
        branch.basis = basis == "each"        ? Basis::each
                       : basis == "shortfall" ? Basis::shortfall
                       : basis == "excess"    ? Basis::excess
                                              : Basis::once;
        if (branch.basis == Basis::once) branch.step_1e4 = 10'000;
        scheme.task_points_1e4.resize(branch.task + 1);
        scheme.task_points_1e4[branch.task] = task_points;
        scheme.branches.push_back(branch);
    }
    if (scheme.branches.empty() || scheme.branches.size() > branches_max) {
        refuse("the scheme needs 1 to 128 branches");
    }
    return scheme;
}

/// Finds a branch by its id with one multiplication: a perfect hash, sought at the start.
class BranchIndex {
public:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t bytes = 0;  ///< Of the id.
        std::uint32_t branch = 0;
        std::int32_t sign = 0;  ///< -1 for a shortfall, whose amount is what is missing; else 0.
        std::int32_t offset = 0;

        /// What a finding adds: the value, or what is missing to the target rounded up.
        [[nodiscard]] std::int32_t amount(std::uint32_t value) const {
            return std::max((static_cast<std::int32_t>(value) ^ sign) + offset, 0);
        }
    };

    explicit BranchIndex(const std::vector<Branch>& branches) {
        for (factor_ = 0x9E3779B97F4A7C15U; !fill(branches); factor_ += 0x5851F42D4C957F2EU) {
        }
    }

    /// @pre the id is not empty
    [[nodiscard]] const Slot& find(std::string_view id) const {
        const std::uint64_t key = word_key(id);
        const Slot& slot = slots_[(key * factor_) >> (64 - slot_bits)];
        if ((slot.key != key) | (slot.bytes != id.size())) [[unlikely]] {
            refuse("an unknown branch");
        }
        return slot;
    }

private:
    static constexpr unsigned slot_bits = 10;

    bool fill(const std::vector<Branch>& branches) {
        slots_.fill({});
        for (std::size_t i = 0; i < branches.size(); ++i) {
            Slot& slot = slots_[(branches[i].key * factor_) >> (64 - slot_bits)];
            if (slot.key == branches[i].key) refuse("two branches of one id");
            if (slot.key != 0) return false;
            slot = {branches[i].key, branches[i].id_bytes, static_cast<std::uint32_t>(i)};
            if (branches[i].basis == Basis::shortfall) {
                slot.sign = -1;
                slot.offset =
                    static_cast<std::int32_t>((branches[i].target_1e4 + 9'999) / 10'000 + 1);
            }
        }
        return true;
    }

    std::array<Slot, 1U << slot_bits> slots_{};
    std::uint64_t factor_ = 0;
};

/// The states of a finding, by their first letter. Only `confirmed` counts.
class Statuses {
public:
    struct Slot {
        std::uint64_t head = 0;
        std::uint64_t head_mask = 0;
        std::uint8_t ninth = 0;
        std::uint8_t ninth_mask = 0;
        bool counts = false;
        std::size_t bytes = ~std::size_t{0};  ///< No field has so many.
    };

    Statuses() {
        for (const std::string_view name :
             {"confirmed", "draft", "submitted", "withdrawn", "rejected", "objected"}) {
            std::array<char, 16> padded{};
            name.copy(padded.data(), padded.size());
            Slot& slot = slots_[index(name)];
            slot.head = load(padded.data());
            slot.head_mask = name.size() < 8 ? (std::uint64_t{1} << (8 * name.size())) - 1 : ~0ULL;
            slot.ninth = static_cast<std::uint8_t>(padded[8]);
            slot.ninth_mask = name.size() > 8 ? 0xFF : 0;
            slot.counts = name == "confirmed";
            slot.bytes = name.size();
        }
    }

    [[nodiscard]] bool counts(std::string_view name) const {
        const Slot& slot = slots_[index(name)];
        const std::uint64_t head = (load(name.data()) & slot.head_mask) ^ slot.head;
        const auto ninth =
            static_cast<std::uint64_t>((name.data()[8] & slot.ninth_mask) ^ slot.ninth);
        if ((head | ninth | (name.size() ^ slot.bytes)) != 0) [[unlikely]] {
            refuse("an unknown status");
        }
        return slot.counts;
    }

private:
    static std::size_t index(std::string_view name) {
        return static_cast<unsigned char>(*name.data()) % 32;
    }

    std::array<Slot, 32> slots_{};
};

}  // namespace heng::bench
