# The Debian package, made with CPack: ./dev package. What it installs beyond `cmake --install` is the component debian,
# which no other installation takes: it writes below /etc.

install(FILES ${PROJECT_SOURCE_DIR}/packaging/heng.service DESTINATION lib/systemd/system
    COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES ${PROJECT_SOURCE_DIR}/packaging/heng.yaml DESTINATION /etc/heng
    COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES ${PROJECT_SOURCE_DIR}/docs/operate/settings.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
    ${PROJECT_SOURCE_DIR}/packaging/debian/copyright DESTINATION share/doc/heng
    COMPONENT debian EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME heng)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "the authors of Heng <heng@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "assessment as code: the year of a city's assessment regulation")
set(CPACK_INSTALL_CMAKE_PROJECTS
    "${PROJECT_BINARY_DIR};heng;ALL;/;${PROJECT_BINARY_DIR};heng;debian;/")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS adduser)
# Papers as PDF are drawn with the fonts of the machine (docs/operate/fonts.md).
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "ca-certificates, fonts-noto-cjk, fonts-arphic-ukai, fonts-arphic-gkai00mp, fonts-arphic-gbsn00lp")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS postgresql)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/packaging/debian/conffiles
    ${PROJECT_SOURCE_DIR}/packaging/debian/postinst ${PROJECT_SOURCE_DIR}/packaging/debian/prerm
    ${PROJECT_SOURCE_DIR}/packaging/debian/postrm)
include(CPack)
