// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/code_tables.h"

#include <cstddef>

namespace gavel::pipeline {

namespace {

/// Every ISO 3166-1 country, ascending.
constexpr std::string_view kCountries
    = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCD"
      "CFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGF"
      "GGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKN"
      "KPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNA"
      "NCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSI"
      "SJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVI"
      "VNVUWFWSYEYTZAZMZW";
static_assert(kCountries.size() == std::size_t{249} * 2);

/// Every ISO 4217 code but those for tests and for no currency, ascending.
constexpr std::string_view kCurrencies
    = "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBOVBRLBSDBTNBWPBYNBZD"
      "CADCDFCHECHFCHWCLFCLPCNYCOPCOUCRCCUCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBP"
      "GELGHSGIPGMDGNFGTQGYDHKDHNLHRKHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPW"
      "KRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNAD"
      "NGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLE"
      "SLLSOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUSNUYIUYUUYWUZSVED"
      "VESVNDVUVWSTXAFXAGXAUXBAXBBXBCXBDXCDXCGXDRXOFXPDXPFXPTXSUXUAYERZARZMWZWL";
static_assert(kCurrencies.size() == std::size_t{180} * 3);

/// Whether a code is in an ascending row of codes of one width.
bool isIn(std::string_view codes, std::string_view code, std::size_t width)
{
    if (code.size() != width)
        return false;
    std::size_t low = 0;
    std::size_t high = codes.size() / width;
    while (low < high) {
        const auto middle = (low + high) / 2;
        const auto here = codes.substr(middle * width, width);
        if (here == code)
            return true;
        if (here < code)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

} // namespace

bool isCountry(std::string_view code)
{
    return isIn(kCountries, code, 2);
}

bool isCurrency(std::string_view code)
{
    return isIn(kCurrencies, code, 3);
}

} // namespace gavel::pipeline
