# Installation and the Debian package: cpack --config build/release/CPackConfig.cmake
install(TARGETS digilots RUNTIME DESTINATION bin)
