package dev.ithaca.vm.types;

/** Where the types of functions come from: inference while a program is checked, their schemes afterwards. */
interface Schemes {
    Scheme.Use use(FunctionSymbol function, Session session, Place at);
}
