// expect [DeadException]
package fixture;

class ForgottenThrow {
    void fail() {
        new IllegalStateException("made, never thrown");
    }
}
