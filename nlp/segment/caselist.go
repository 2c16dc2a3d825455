package segment

// usualCase adds to truecase.txt what news of conflict needs and the treebanks lack or write small too often.
const usualCase = `
I
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
January February April June July August September October November December
Jan. Feb. Apr. Aug. Sept. Oct. Nov. Dec.
AFP AP BBC CNN IRNA SANA RIA TASS WAFA
AU EU NATO UN UK USA UAE DRC OSCE ECOWAS IGAD ASEAN OPEC
UNHCR UNICEF UNRWA UNAMA UNIFIL UNMISS UNAMID MINUSMA MONUSCO OCHA WFP ICRC MSF IOM IAEA ICC ICJ OPCW HRW
ISIS ISIL ISAF IDF IRGC RSF SAF SDF YPG YPJ PKK PYD HTS FSA PIJ PLO PMF LNA GNA TPLF OLF ONLF SPLA SPLM LRA ADF FDLR AQAP AQIM JNIM ISWAP TTP
FARC ELN LTTE NPA MILF MNLF BIFF KNU KIA NDF ULFA CPI SSP
IED IEDs RPG RPGs NGO NGOs IDP IDPs MP MPs POW POWs WMD APC APCs UAV UAVs GPS CIA FBI MI5 MI6 GRU FSB SBU DEA DIA NSA
Afghanistan Taliban Kabul Kandahar Helmand Pakistan Islamabad Peshawar Karachi India Kashmir Delhi Nepal Myanmar Rohingya Yangon
Syria Syrian Syrians Damascus Aleppo Idlib Homs Raqqa Assad Iraq Iraqi Iraqis Baghdad Mosul Basra Kirkuk Kurdish Kurds Peshmerga
Iran Iranian Tehran Lebanon Lebanese Beirut Hezbollah Hizbollah Israel Israeli Israelis Jerusalem Gaza Hamas Palestinian Palestinians
Yemen Yemeni Houthi Houthis Sanaa Aden Hodeidah Saudi Riyadh Turkey Turkish Ankara Istanbul Egypt Egyptian Cairo Sinai Jordan Amman Libya Libyan Tripoli
Benghazi Haftar Sudan Sudanese Khartoum Darfur Juba Ethiopia Ethiopian Tigray Eritrea Somalia Somali Mogadishu Shabaab Kenya Kenyan Nairobi
Nigeria Nigerian Abuja Borno Maiduguri Mali Bamako Niger Niamey Chad Cameroon Congo Congolese Goma Kivu Kinshasa Burundi Rwanda Uganda Mozambique
Ukraine Ukrainian Ukrainians Kyiv Kiev Donetsk Luhansk Kharkiv Kherson Mariupol Crimea Russia Russian Russians Moscow Kremlin Putin Zelensky
Georgia Georgian Armenia Armenian Azerbaijan Azerbaijani Chechnya Chechen Serbia Kosovo Bosnia Colombia Colombian Bogota Venezuela
Philippines Philippine Manila Mindanao Marawi Indonesia Thailand Sri Lanka Lankan Tamil China Chinese Beijing Taiwan Korea Korean Seoul Pyongyang Japan
America American Americans British Britain French France German Germany London Paris Washington Pentagon Europe European African Africa Asia Asian Arab Arabs
Islam Islamic Islamist Islamists Muslim Muslims Christian Christians Sunni Sunnis Shia Shiite Shi'ite Yazidi Allah God Reuters Ramadan Eid
Afghan Afghans Alpine Arctic Atlantic Baptist Bible Bob Bobby Bush Capitol Catholic Catholics Chad Chuck Cox Dale Dean Derrick Dick Don Earl Ed
Episcopal Evangelical Frank Freeman Google Gulf Harry Ho Inc Jeep Jehad Jersey Ken Khan Laden Lee Maria Mars Martin Matt Mickey Mike Miller
Morocco Newton Nick Orthodox Oxford Pacific Peter Peters Phoenix Pope Republicans Rick Robin Roger Rogers Roman Sally Sanders Savannah Scud
Senate Smith Soviet Soviets Sue Surrey Terry Thanksgiving Titanic Tom Trump Twitter Warren Wells Yahoo Miami
`
