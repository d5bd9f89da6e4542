#include "shell/mail/smtp.hpp"

#include <gtest/gtest.h>

namespace heng::mail {
namespace {

app::notices::Message message(std::string subject, std::string text) {
    app::notices::Message out;
    out.tenant = "city";
    out.person = "p1";
    out.day = *ledger::parse_date("2026-11-26");
    out.subject = std::move(subject);
    out.text = std::move(text);
    return out;
}

const ledger::Instant noon = *ledger::parse_instant("2026-11-26T12:05:09.000000Z");

TEST(MailText, IsAMail) {
    EXPECT_EQ(print_mail(message("待办", "您有\n"), "heng@mail.city", "a@b.c", noon),
              "Date: Thu, 26 Nov 2026 12:05:09 +0000\r\n"
              "From: <heng@mail.city>\r\n"
              "To: <a@b.c>\r\n"
              "Subject: =?UTF-8?B?5b6F5Yqe?=\r\n"
              "Message-ID: <63697479.2026-11-26.7031@mail.city>\r\n"
              "Auto-Submitted: auto-generated\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: base64\r\n"
              "\r\n"
              "5oKo5pyJDQo=\r\n");
}

/// Whatever a subject or a text holds, no line of it reaches the head, or ends the mail.
TEST(MailText, CannotBeExtended) {
    const std::string mail =
        print_mail(message("a\r\nBcc: x@y", "b\r\n.\r\nQUIT\r\n"), "heng@mail.city", "a@b.c", noon);
    EXPECT_EQ(mail.find("Bcc"), std::string::npos);
    EXPECT_EQ(mail.find("\r\n.\r\n"), std::string::npos);
}

TEST(MailText, HasLinesOfABearableLength) {
    std::string subject;
    for (int i = 0; i < 50; ++i) subject += "考核待办提醒";
    const std::string mail =
        print_mail(message(subject, std::string(1000, 'x')), "heng@mail.city", "a@b.c", noon);
    for (std::size_t at = 0; at < mail.size();) {
        const std::size_t end = mail.find("\r\n", at);
        ASSERT_NE(end, mail.npos);
        EXPECT_LE(end - at, 78U) << mail.substr(at, end - at);
        at = end + 2;
    }
}

}  // namespace
}  // namespace heng::mail
