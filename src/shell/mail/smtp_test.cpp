#include "shell/mail/smtp.hpp"

#include "shell/mail/test_sink.hpp"

#include <gtest/gtest.h>

namespace heng::mail {
namespace {

using app::notices::Delivery;
using test::Sink;

class Noon final : public app::Clock {
    ledger::Instant now() override { return *ledger::parse_instant("2026-11-26T12:00:00.000000Z"); }
};

class SmtpChannel : public testing::Test {
protected:
    static SmtpRules rules(const Sink& sink) {
        SmtpRules out;
        out.line.hosts = {"127.0.0.1"};
        out.host = "127.0.0.1";
        out.port = sink.port();
        out.tls = app::MailTls::none;
        out.from = "heng@mail.city";
        out.mailbox_of = [](const std::string&, const cycle::PersonId& person) {
            return person == "p1" ? std::optional<std::string>("p1@mail.city") : std::nullopt;
        };
        return out;
    }
    Result<Delivery> send(const SmtpRules& rules, const char* person = "p1") {
        app::notices::Message message;
        message.tenant = "city";
        message.person = person;
        message.day = *ledger::parse_date("2026-11-26");
        message.subject = "待办";
        message.text = "您有\n";
        return Smtp(rules, noon_).send(message);
    }
    Code refusal(const SmtpRules& rules) {
        const auto sent = send(rules);
        EXPECT_FALSE(sent);
        return sent ? Code::act_unknown : sent.error().code;
    }

    Noon noon_;
};

TEST_F(SmtpChannel, DeliversAMail) {
    Sink sink(Sink::Kind::smtp);
    const auto sent = send(rules(sink));
    ASSERT_TRUE(sent) << sent.error().args.front();
    EXPECT_EQ(*sent, Delivery::done);
    const std::string heard = sink.heard();
    EXPECT_NE(heard.find("MAIL FROM:<heng@mail.city>"), std::string::npos) << heard;
    EXPECT_NE(heard.find("RCPT TO:<p1@mail.city>"), std::string::npos);
    EXPECT_NE(heard.find("Subject: =?UTF-8?B?5b6F5Yqe?=\r\n"), std::string::npos);
}

TEST_F(SmtpChannel, SignsInWhereThereIsAUser) {
    Sink sink(Sink::Kind::smtp);
    SmtpRules with = rules(sink);
    with.user = "u";
    with.password = app::Secret("p");
    ASSERT_TRUE(send(with));
    EXPECT_NE(sink.heard().find("AUTH PLAIN\r\nAHUAcA==\r\n"), std::string::npos);
}

TEST_F(SmtpChannel, LeavesOutWhoeverHasNoMailbox) {
    Sink sink(Sink::Kind::smtp);
    EXPECT_EQ(*send(rules(sink), "p2"), Delivery::nobody);
    SmtpRules odd = rules(sink);
    odd.mailbox_of = [](const auto&, const auto&) { return "a@b\r\nRCPT TO:<c@d>"; };
    EXPECT_EQ(*send(odd), Delivery::nobody);
    EXPECT_EQ(sink.connections(), 0);
}

TEST_F(SmtpChannel, SaysThatTheServerRefused) {
    Sink sink(Sink::Kind::smtp_refusing);
    EXPECT_EQ(refusal(rules(sink)), Code::notice_refused);
}

/// Encryption that was asked for is not given up because the server, or someone in between, does
/// not offer it; and the password stays here.
TEST_F(SmtpChannel, DoesNotFallBackToAPlainLine) {
    Sink sink(Sink::Kind::smtp);
    SmtpRules with = rules(sink);
    with.tls = app::MailTls::starttls;
    with.user = "u";
    with.password = app::Secret("p");
    EXPECT_EQ(refusal(with), Code::notice_refused);
    EXPECT_EQ(sink.heard().find("AUTH"), std::string::npos);
    EXPECT_EQ(sink.heard().find("MAIL"), std::string::npos);
}

/// ASVS 5.2.6
TEST_F(SmtpChannel, GoesToListedHostsOnly) {
    Sink sink(Sink::Kind::smtp);
    SmtpRules unlisted = rules(sink);
    unlisted.line.hosts = {"mail.city"};
    EXPECT_EQ(refusal(unlisted), Code::notice_host_refused);
    SmtpRules by_name = rules(sink);
    by_name.host = "localhost";
    by_name.line.hosts = {"localhost"};
    EXPECT_EQ(refusal(by_name), Code::notice_host_refused)
        << "a listed name may not lead to a private address that is not listed";
    EXPECT_EQ(sink.connections(), 0);
}

TEST_F(SmtpChannel, WaitsForNoServerForEver) {
    Sink sink(Sink::Kind::silent);
    SmtpRules hasty = rules(sink);
    hasty.line.whole_max = std::chrono::milliseconds(200);
    EXPECT_EQ(refusal(hasty), Code::notice_refused);
}

/// ASVS 7.1.1
TEST_F(SmtpChannel, KeepsThePasswordOutOfWhatItSays) {
    Sink sink(Sink::Kind::smtp_refusing);
    SmtpRules with = rules(sink);
    with.user = "u";
    with.password = app::Secret("s3cret");
    const auto sent = send(with);
    ASSERT_FALSE(sent);
    EXPECT_EQ(message(sent.error(), Language::en).find("s3cret"), std::string::npos);
    EXPECT_NE(message(sent.error(), Language::en).find("550"), std::string::npos);
}

}  // namespace
}  // namespace heng::mail
