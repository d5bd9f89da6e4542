#include "shell/mail/channels.hpp"

#include "shell/mail/test_sink.hpp"

#include <gtest/gtest.h>

namespace heng::mail {
namespace {

class Noon final : public app::Clock {
    ledger::Instant now() override { return *ledger::parse_instant("2026-11-26T12:00:00.000000Z"); }
};

class Channels : public testing::Test {
protected:
    Channels() { settings_.notice_hosts = {"127.0.0.1"}; }

    auto make() { return make_channels(settings_, needs_); }
    Result<app::notices::Delivery> send(app::notices::Channel& channel) {
        app::notices::Message message;
        message.tenant = "city";
        message.person = "p1";
        message.day = *ledger::parse_date("2026-11-26");
        message.text = "您有\n";
        return channel.send(message);
    }

    Noon noon_;
    app::Settings settings_;
    ChannelNeeds needs_{[](const std::string& path) -> Result<std::string> {
                            if (path == "password") return "p\nrest";
                            return refuse(Code::file_unreadable, {}, {path});
                        },
                        [](const auto&, const auto&) { return "p1@mail.city"; }, noon_};
};

TEST_F(Channels, AreNoneWhereNoneAreSet) {
    EXPECT_TRUE(make()->empty());
}

TEST_F(Channels, SendAsTheSettingsSay) {
    test::Sink mail(test::Sink::Kind::smtp);
    test::Sink web(test::Sink::Kind::http);
    settings_.smtp_host = "127.0.0.1";
    settings_.smtp_port = mail.port();
    settings_.smtp_tls = app::MailTls::none;
    settings_.smtp_from = "heng@mail.city";
    settings_.smtp_user = "u";
    settings_.smtp_password_file = "password";
    settings_.webhook_url = "http://127.0.0.1:" + std::to_string(web.port()) + "/in";
    const auto channels = make();
    ASSERT_TRUE(channels);
    ASSERT_EQ(channels->size(), 2U);
    EXPECT_EQ(channels->front()->name(), "mail");
    EXPECT_EQ(channels->back()->name(), "webhook");
    for (const auto& channel : *channels) EXPECT_TRUE(send(*channel)) << channel->name();
    EXPECT_NE(mail.heard().find("AUTH PLAIN\r\nAHUAcA==\r\n"), std::string::npos)
        << "the first line of the file is the password";
    EXPECT_NE(web.heard().find("POST /in "), std::string::npos);
}

TEST_F(Channels, NeedTheFileOfTheirPassword) {
    settings_.smtp_host = "127.0.0.1";
    settings_.smtp_password_file = "none";
    const auto channels = make();
    ASSERT_FALSE(channels);
    EXPECT_EQ(channels.error().code, Code::file_unreadable);
}

}  // namespace
}  // namespace heng::mail
