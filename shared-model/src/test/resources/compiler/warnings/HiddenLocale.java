// expect [StringCaseLocaleUsage]
package fixture;

class HiddenLocale {
    String shout(String word) {
        return word.toUpperCase();
    }
}
