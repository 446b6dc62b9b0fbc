package dev.ithaca.vm.library;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.ithaca.vm.runtime.NostosException;
import dev.ithaca.vm.runtime.Process;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/** Digests, password hashes, unpredictable bytes and UUIDs (chapter 3, section 12.3). */
public final class CryptoLibrary {
    private static final Pattern HYPHENATED = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern BARE = Pattern.compile("[0-9a-fA-F]{32}");
    private static final int MAX_BYTES = 1 << 24;

    private CryptoLibrary() {}

    @NostosFunction(name = "Uuid.v4", type = "() -> String", doc = "A random UUID in lower case with hyphens.", example = "Uuid.v4().length() => 36")
    public static String uuid() { return UUID.randomUUID().toString(); }

    @NostosFunction(name = "Uuid.isValid", type = "String -> Bool", doc = "Whether a text is a UUID: with or without hyphens, in braces, or as a URN.",
            example = {"Uuid.isValid(\"67e55044-10b1-426f-9247-bb680e5fe0c8\") => true", "Uuid.isValid(\"x\") => false"})
    public static boolean isUuid(String text) {
        String bare = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1)
                : text.startsWith("urn:uuid:") ? text.substring("urn:uuid:".length()) : text;
        return HYPHENATED.matcher(bare).matches() || bare.length() == text.length() && BARE.matcher(text).matches();
    }

    private static String digest(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    @NostosFunction(name = "Crypto.sha256", type = "String -> String", complexity = "O(n)", doc = "The SHA-256 digest of a text in hexadecimal.",
            example = "Crypto.sha256(\"\").take(8) => \"e3b0c442\"")
    public static String sha256(String text) { return digest("SHA-256", text); }

    @NostosFunction(name = "Crypto.sha512", type = "String -> String", complexity = "O(n)", doc = "The SHA-512 digest of a text in hexadecimal.",
            example = "Crypto.sha512(\"\").take(8) => \"cf83e135\"")
    public static String sha512(String text) { return digest("SHA-512", text); }

    @NostosFunction(name = "Crypto.md5", type = "String -> String", complexity = "O(n)", doc = "The MD5 digest of a text in hexadecimal; not for security.",
            example = "Crypto.md5(\"\") => \"d41d8cd98f00b204e9800998ecf8427e\"")
    public static String md5(String text) { return digest("MD5", text); }

    @NostosFunction(name = "Crypto.bcryptHash", type = "String, Int -> String", suspends = true, complexity = "O(2 ^ cost)",
            doc = "A salted bcrypt hash of a password; the cost is between 4 and 31.",
            example = "Crypto.bcryptVerify(\"pw\", Crypto.bcryptHash(\"pw\", 4)) => true")
    public static Object bcryptHash(Process p, String password, long cost) {
        if (cost < 4 || cost > 31) throw NostosException.panic("bcrypt error: Invalid cost: " + cost);
        return p.await(() -> BCrypt.with(BCrypt.Version.VERSION_2B).hashToString((int) cost, limited(password)));
    }

    @NostosFunction(name = "Crypto.bcryptVerify", type = "String, String -> Bool", suspends = true, complexity = "O(2 ^ cost)",
            doc = "Whether a password has a bcrypt hash; false for a malformed hash.", example = "Crypto.bcryptVerify(\"a\", \"x\") => false")
    public static Object bcryptVerify(Process p, String password, String hash) {
        return p.await(() -> BCrypt.verifyer().verify(limited(password), hash.toCharArray()).verified);
    }

    /** Bcrypt looks at 72 bytes at most. */
    private static char[] limited(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return (bytes.length <= 71 ? password : new String(bytes, 0, 71, StandardCharsets.UTF_8)).toCharArray();
    }

    @NostosFunction(name = "Crypto.randomBytes", type = "Int -> String", complexity = "O(n)", doc = "Unpredictable bytes in hexadecimal, two digits each.",
            example = "Crypto.randomBytes(4).length() => 8")
    public static String randomBytes(long n) {
        if (n < 0 || n > MAX_BYTES) throw NostosException.panic("Crypto.randomBytes: bad count " + n);
        var bytes = new byte[(int) n];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
