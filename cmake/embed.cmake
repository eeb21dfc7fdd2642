# embed(TARGET NAMESPACE NAME FILE...): compiles text files, one behind the other, into TARGET as
# `std::string_view NAME()` of NAMESPACE, declared by the caller. So the one binary needs no file
# beside it.
function(embed target namespace name)
  set(generated ${CMAKE_BINARY_DIR}/embedded/${namespace}_${name}.cpp)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND python3 ${CMAKE_SOURCE_DIR}/tools/embed.py ${namespace} ${name} ${generated} ${ARGN}
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/tools/embed.py
    VERBATIM)
  target_sources(${target} PRIVATE ${generated})
endfunction()
