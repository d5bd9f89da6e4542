# Suites against several parts put together: stores, desk, server, accounts.

add_executable(store_test store/account_store_test.cpp store/ballot_box_test.cpp store/blobs_test.cpp store/conformance_test.cpp
    store/machine_test.cpp store/migrations_test.cpp store/outbox_test.cpp store/scanned_blobs_test.cpp store/writer_test.cpp)
target_link_libraries(store_test PRIVATE store_fixture heng_shell_files heng_shell_scan heng_shell_system GTest::gtest_main)
add_test(NAME store/conformance COMMAND store_test)
set_tests_properties(store/conformance PROPERTIES LABELS "store;threads" TIMEOUT 300)

# The desk, on the same stores.
add_executable(desk_test app/ballot_desk_test.cpp app/desk_test.cpp)
target_include_directories(desk_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(desk_test PRIVATE HENG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(desk_test PRIVATE store_fixture heng_shell_yaml GTest::gtest_main)
add_test(NAME app/desk COMMAND desk_test)
set_tests_properties(app/desk PROPERTIES LABELS "store;threads" TIMEOUT 300)

add_executable(store_crash_child store/crash_child.cpp store/faulty_files.cpp)
target_link_libraries(store_crash_child PRIVATE store_fixture)
add_executable(store_failure_test store/ballot_failure_test.cpp store/crash_test.cpp store/faulty_files.cpp store/faulty_line.cpp
    store/write_failure_test.cpp)
target_compile_definitions(store_failure_test PRIVATE HENG_CRASH_CHILD="$<TARGET_FILE:store_crash_child>")
target_link_libraries(store_failure_test PRIVATE store_fixture heng_shell_files GTest::gtest_main)
add_dependencies(store_failure_test store_crash_child)
add_test(NAME store/failure COMMAND store_failure_test)
set_tests_properties(store/failure PROPERTIES LABELS "store;slow" TIMEOUT 600)

# The server, from outside: raw bytes over the loopback interface.
add_executable(http_test http/http_client.cpp http/server_test.cpp)
target_link_libraries(http_test PRIVATE heng_shell_http GTest::gtest_main Threads::Threads)
gtest_discover_tests(http_test TEST_PREFIX "http/" PROPERTIES LABELS http)

# The API, on the year of the demonstration city.
add_executable(api_test http/api_document.cpp http/http_client.cpp http/served_city.cpp http/whole_city.cpp
    http/acts_test.cpp http/refusals_test.cpp http/openapi_acts_test.cpp http/openapi_test.cpp http/openapi_views_test.cpp
    http/papers_test.cpp http/views_test.cpp)
target_include_directories(api_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(api_test PRIVATE HENG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(api_test PRIVATE store_fixture heng_app_demo heng_shell_csv heng_shell_http heng_shell_json
    heng_shell_docx heng_shell_office heng_shell_pdf heng_shell_xlsx heng_shell_yaml yaml-cpp Boost::json GTest::gtest_main)
add_test(NAME http/api COMMAND api_test)
set_tests_properties(http/api PROPERTIES LABELS http TIMEOUT 600)

# The same against those who mean harm, with real accounts and a second tenant.
add_executable(security_test http/http_client.cpp http/served_city.cpp http/secured_city.cpp http/clearance_test.cpp http/trail_test.cpp http/forgery_test.cpp http/hostile_test.cpp http/oidc_test.cpp http/races_test.cpp
    http/proxy_test.cpp http/rights_test.cpp http/session_security_test.cpp http/tenants_test.cpp http/tls_test.cpp
    http/voting_security_test.cpp)
target_include_directories(security_test PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(security_test PRIVATE HENG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(security_test PRIVATE store_fixture heng_app_accounts heng_app_demo heng_shell_csv heng_shell_http
    heng_shell_json heng_shell_yaml oidc_fixture GTest::gtest_main OpenSSL::SSL OpenSSL::Crypto)
add_test(NAME http/security COMMAND security_test)
set_tests_properties(http/security PROPERTIES LABELS http TIMEOUT 600)
# Accounts, over a store in memory.
add_executable(accounts_test accounts/administration_test.cpp accounts/identity_test.cpp accounts/sessions_test.cpp accounts/sign_in_test.cpp
    accounts/totp_test.cpp)
target_link_libraries(accounts_test PRIVATE heng_app_accounts heng_shell_crypto heng_shell_memory GTest::gtest_main Threads::Threads)
gtest_discover_tests(accounts_test TEST_PREFIX "accounts/" PROPERTIES LABELS "unit;threads")

# An OpenID provider on this machine, and the way to it and back.
add_library(oidc_fixture STATIC oidc/signing_key.cpp oidc/test_provider.cpp)
target_include_directories(oidc_fixture PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(oidc_fixture PUBLIC heng_shell_http heng_shell_oidc Boost::json OpenSSL::Crypto)
add_executable(oidc_test oidc/provider_test.cpp)
target_link_libraries(oidc_test PRIVATE oidc_fixture heng_app_accounts heng_shell_crypto heng_shell_memory GTest::gtest_main Threads::Threads)
gtest_discover_tests(oidc_test TEST_PREFIX "oidc/" PROPERTIES LABELS http)
