package dev.ithaca.vm.syntax.template;

/** The kinds of errors in the use of templates (chapter 2, section 15.5). */
enum TemplateError {
    UNKNOWN_DECORATOR("D1"), ARGUMENT_COUNT("D2"), NO_TARGET_PARAMETER("D3"), NO_BODY("D4"), EMPTY("D5"), DEFINITION_FOR_BODY("D6"),
    UNRESOLVED_SPLICE("D7"), NOT_CODE("D8"), LIMIT("D9"), NO_TYPE("D10"), NO_DEFINITION("D11"), REPEATED("D12");

    private final String code;

    TemplateError(String code) { this.code = code; }

    String code() { return code; }
}
