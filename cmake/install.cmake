# What `cmake --install` puts where: libraries, headers, the pack, the CMake package and liaison.pc.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/liaison)

foreach(kind IN ITEMS static shared)
  if(TARGET liaison_${kind})
    install(TARGETS liaison_${kind} EXPORT liaison-${kind}-targets)
    install(EXPORT liaison-${kind}-targets NAMESPACE liaison:: DESTINATION ${package_dir})
  endif()
endforeach()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/liaison ${PROJECT_BINARY_DIR}/include/liaison
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(FILES ${liaison_pack_file} DESTINATION ${CMAKE_INSTALL_DATADIR}/liaison RENAME en.pack)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/liaisonConfig.cmake.in ${PROJECT_BINARY_DIR}/liaisonConfig.cmake
                              INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/liaisonConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/liaisonConfig.cmake ${PROJECT_BINARY_DIR}/liaisonConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/FindRE2.cmake
        DESTINATION ${package_dir})

# Who links the shared library needs nothing else; where there is only the static one, its libraries are needed always.
set(LIAISON_PC_REQUIRES Requires)
if(TARGET liaison_shared)
  set(LIAISON_PC_REQUIRES Requires.private)
endif()
file(RELATIVE_PATH LIAISON_PC_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${CMAKE_CURRENT_LIST_DIR}/liaison.pc.in ${PROJECT_BINARY_DIR}/liaison.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/liaison.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
