#include "app/log.hpp"

#include "app/ports.hpp"

#include <gtest/gtest.h>

namespace heng::app {
namespace {

std::string text_of(const LogField& field) {
    return std::get<std::string>(field.value);
}

/// ASVS 7.1.1: credentials are not logged.
TEST(LogFields, HideCredentials) {
    for (const char* const name : {"Authorization", "COOKIE", "Set-Cookie", "proxy-authorization",
                                   "X-API-Key", "X-CSRF-Token"})
        EXPECT_EQ(text_of(header_field(name, "s3cret")), "***") << name;
    EXPECT_EQ(text_of(LogField("password", Secret("s3cret"))), "***");
    EXPECT_EQ(text_of(LogField("password", Secret(""))), "***") << "nor whether there is one";
    EXPECT_EQ(Secret("s3cret").reveal(), "s3cret");
}

/// ASVS 7.3.1: a header's name is a field's name and nothing else.
TEST(LogFields, AreNamedSafely) {
    const LogField field = header_field("User-Agent", "curl");
    EXPECT_EQ(field.name, "header_user_agent");
    EXPECT_EQ(text_of(field), "curl");
    EXPECT_EQ(header_field("a\n\"b", "").name, "header_a__b");
    EXPECT_EQ(header_field(std::string(1000, 'a'), "").name.size(), 71U);
}

TEST(LogFields, SayWhatAnErrorIs) {
    const auto fields = fields_of({Code::setting_unknown, {"heng.yaml", 3, 1, {}}, {"a", "b"}});
    ASSERT_EQ(fields.size(), 3U);
    EXPECT_EQ(text_of(fields[0]), "setting_unknown");
    EXPECT_EQ(text_of(fields[1]), "heng.yaml:3:1");
    EXPECT_EQ(fields_of({Code::internal_error, {}, {}}).size(), 2U) << "no place, no field";
}

/// ASVS 7.4.1
TEST(Incidents, AreShort) {
    class Fixed final : public Ids {
        std::string next() override { return "7k3mqd2xabcdefghjkmnpqrstv"; }
    } ids;
    EXPECT_EQ(make_incident(ids), "7k3m-qd2x");
}

}  // namespace
}  // namespace heng::app
