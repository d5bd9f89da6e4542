#include "core/scheme/branch.hpp"

#include "core/scheme/names.hpp"

namespace heng::scheme {

namespace {

constexpr Names<Effect, 4> effects{{{Effect::deduct, "deduct"},
                                    {Effect::award, "award"},
                                    {Effect::zero, "zero"},
                                    {Effect::veto, "void"}}};
constexpr Names<Basis, 5> bases{{{Basis::once, "once"},
                                 {Basis::each, "each"},
                                 {Basis::shortfall, "shortfall"},
                                 {Basis::excess, "excess"},
                                 {Basis::level, "level"}}};
constexpr Names<Partial, 3> partials{
    {{Partial::down, "down"}, {Partial::up, "up"}, {Partial::proportional, "proportional"}}};
constexpr Names<Comparison, 4> comparisons{{{Comparison::at_least, ">="},
                                            {Comparison::at_most, "<="},
                                            {Comparison::more_than, ">"},
                                            {Comparison::less_than, "<"}}};

}  // namespace

std::string_view name(Effect effect) {
    return name_in(effects, effect);
}
std::string_view name(Basis basis) {
    return name_in(bases, basis);
}
std::string_view name(Partial partial) {
    return name_in(partials, partial);
}
std::string_view name(Comparison op) {
    return name_in(comparisons, op);
}

std::optional<Effect> effect_named(std::string_view text) {
    return find_in(effects, text);
}
std::optional<Basis> basis_named(std::string_view text) {
    return find_in(bases, text);
}
std::optional<Partial> partial_named(std::string_view text) {
    return find_in(partials, text);
}
std::optional<Comparison> comparison_named(std::string_view text) {
    return find_in(comparisons, text);
}

bool same_reading(const Branch& a, const Branch& b) {
    Branch left = a;
    left.id = b.id;
    left.text = b.text;
    return left == b;
}

}  // namespace heng::scheme
