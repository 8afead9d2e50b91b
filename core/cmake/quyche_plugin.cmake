# quyche_plugin(ID [SOURCES …]): a plugin folder in the build tree as it will be installed, with its
# library when it has code. Also installed for plugins built outside the tree.
function(quyche_plugin id)
  cmake_parse_arguments(PLUGIN "" "" "SOURCES" ${ARGN})
  set(folder ${CMAKE_BINARY_DIR}/share/quyche/plugins/${id})
  file(GLOB_RECURSE data CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/${id}
    ${CMAKE_CURRENT_SOURCE_DIR}/${id}/*.xml ${CMAKE_CURRENT_SOURCE_DIR}/${id}/*.docx)
  foreach(file IN LISTS data)
    configure_file(${CMAKE_CURRENT_SOURCE_DIR}/${id}/${file} ${folder}/${file} COPYONLY)
  endforeach()
  install(DIRECTORY ${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/quyche/plugins)
  if(PLUGIN_SOURCES)
    list(TRANSFORM PLUGIN_SOURCES PREPEND ${id}/)
    add_library(quyche_plugin_${id} MODULE ${PLUGIN_SOURCES})
    target_link_libraries(quyche_plugin_${id} PRIVATE quyche_api Poco::Foundation)
    set_target_properties(quyche_plugin_${id} PROPERTIES OUTPUT_NAME ${id} PREFIX "" SUFFIX ".so"
      LIBRARY_OUTPUT_DIRECTORY ${folder})
    quyche_warnings(quyche_plugin_${id})
  endif()
endfunction()
