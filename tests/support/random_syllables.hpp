#pragma once
// Random Vietnamese syllables and sentences for property tests: the same for the same seed on every
// machine. Not words, but spelled as words are.

#include <array>
#include <cstdint>
#include <random>
#include <string>

#include "base/text.hpp"

namespace quyche {

class RandomSyllables {
 public:
  explicit RandomSyllables(std::uint32_t seed) : engine_(seed) {}

  /// Small letters, in NFC.
  std::string syllable() {
    const std::string rhyme = pick(k_rhymes);
    const bool stop = rhyme.ends_with("c") || rhyme.ends_with("ch") || rhyme.ends_with("p") ||
                      rhyme.ends_with("t");
    const std::string tone = stop ? pick(k_stop_tones) : pick(k_tones);
    const auto at = rhyme.find('*');
    return normalise(pick(k_initials) + rhyme.substr(0, at) + tone + rhyme.substr(at + 1));
  }

  /// Syllables with a capital at the front of some where both encodings have that capital.
  std::string sentence(int length) {
    std::string out;
    for (int i = 0; i < length; ++i) {
      const auto word = syllable();
      const bool plain = static_cast<unsigned char>(word.front()) < 0x80;
      out += (i == 0 ? "" : " ") + (plain && engine_() % 4 == 0 ? capitalise(word) : word);
    }
    return out;
  }

 private:
  template <std::size_t size>
  std::string pick(const std::array<const char*, size>& list) {
    return list.at(engine_() % size);
  }

  // A star behind the vowel that takes the tone.
  static constexpr std::array k_rhymes{
      "a*",   "a*c",   "a*ch",  "a*i",  "a*n",  "a*ng", "a*nh",  "a*o",   "a*t",  "ă*n",   "ă*ng",
      "ă*t",  "â*m",   "â*n",   "â*p",  "â*t",  "â*u",  "e*",    "e*n",   "e*p",  "ê*",    "ê*n",
      "ê*nh", "ê*t",   "i*",    "i*ch", "i*n",  "i*nh", "iê*m",  "iê*n",  "iê*t", "o*",    "o*a",
      "oa*n", "oa*ng", "o*c",   "o*i",  "o*ng", "ô*",   "ô*c",   "ô*i",   "ô*ng", "ô*t",   "ơ*",
      "ơ*i",  "ơ*p",   "u*",    "u*c",  "u*ng", "u*y",  "uyê*n", "uyê*t", "uô*c", "uô*ng", "ư*",
      "ư*c",  "ư*ng",  "ươ*ng", "ươ*i", "ươ*c", "ư*u"};
  static constexpr std::array k_initials{"b",  "ch", "đ", "h",  "kh", "l", "m", "n",
                                         "ph", "s",  "t", "th", "tr", "v", "x", "nh"};
  static constexpr std::array k_tones{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};
  static constexpr std::array k_stop_tones{"\u0301", "\u0323"};

  std::mt19937 engine_;
};

}  // namespace quyche
