#include "core/base/text.hpp"
#include "core/ledger/canonical.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <algorithm>

namespace heng::ledger {
namespace {

std::string any_text() {
    const auto points = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::oneOf(
        rc::gen::inRange<std::uint32_t>(0, 0x80), rc::gen::inRange<std::uint32_t>(0x4E00, 0x4E20),
        rc::gen::inRange<std::uint32_t>(0xE000, 0x110000)));
    std::string out;
    for (const std::uint32_t point : points) append_utf8(out, point);
    return out;
}

Value any_value(int depth) {
    switch (*rc::gen::inRange(0, depth == 0 ? 4 : 6)) {
        case 0: return {};
        case 1: return *rc::gen::arbitrary<bool>();
        case 2: return *rc::gen::arbitrary<std::int64_t>();
        case 3: return any_text();
        case 4: {
            List list(*rc::gen::inRange<std::size_t>(0, 4));
            for (Value& item : list) item = any_value(depth - 1);
            return list;
        }
        default: {
            Object object;
            for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
                std::string key = any_text();
                if (object.find(key) == nullptr) object.add(std::move(key), any_value(depth - 1));
            }
            return object;
        }
    }
}

RC_GTEST_PROP(CanonicalProperty, DecodeTakesBackWhatEncodeGives, ()) {
    const Value value = any_value(3);
    RC_ASSERT(*decode(*encode(value)) == value);
}

/// Whatever is done to the bytes: they are refused, or they are what the value they give is written
/// as.
RC_GTEST_PROP(CanonicalProperty, WhatIsTakenIsCanonical, ()) {
    std::string bytes = *encode(any_value(3));
    for (int edits = *rc::gen::inRange(1, 4); edits > 0; --edits) {
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size() + 1);
        const char byte =
            *rc::gen::elementOf(std::string(" \"\\/,:[]{}0123456789-.eEunltrfasbx\xff\x80\xe5"));
        if (at < bytes.size() && *rc::gen::arbitrary<bool>())
            bytes[at] = byte;
        else
            bytes.insert(at, 1, byte);
    }
    const auto value = decode(bytes);
    if (value) RC_ASSERT(*encode(*value) == bytes);
}

}  // namespace
}  // namespace heng::ledger
